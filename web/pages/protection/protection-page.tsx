import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import { ProtectionSettings } from './protection-settings.tsx';
import { type ReportList, useProtectionChange, useProtectionRead, useShields } from './use-protection.ts';
import { words } from './words.ts';

/** Reports, shields, what reading suggests, and what reporting has brought. */
export const ProtectionPage = () => {
  const w = useWords(words);
  const may = useMay();
  const mayRead = may('protection.read');
  const list = useProtectionRead<ReportList>(['reports'], mayRead);
  // Asked here too, so that the page comes whole: a part that comes later would push the others down.
  const parts = [
    list,
    useShields(),
    useProtectionRead(['suggestions'], mayRead),
    useProtectionRead(['settings'], mayRead),
  ];
  if (parts.some(({ isLoading }) => isLoading))
    return (
      <Page title={w.title} lead={w.lead}>
        <SkeletonRows rows={5} rowClassName="h-20" />
      </Page>
    );
  return (
    <Page title={w.title} lead={w.lead}>
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Reports list={list.data} />}
      <Shields />
      {mayRead && <Suggestions />}
      {list.data && list.data.figures.reported > 0 && <Figures figures={list.data.figures} />}
      {mayRead && <ProtectionSettings />}
    </Page>
  );
};

const Reports = ({ list }: { readonly list: ReportList }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  if (list.reports.length === 0)
    return (
      <EmptyState title={w.none} example={{ text: w.exampleText, from: w.exampleFrom }}>
        <p>{w.noneLead}</p>
      </EmptyState>
    );
  return (
    <ol className="mb-6 flex flex-col">
      {list.reports.map((one) => (
        <li key={one.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
          <h2 className="font-medium text-read">
            <Link to="/$slug/cura/tutela/$reportId" params={{ slug, reportId: one.id }} className="link">
              {w.number(one.number)} · {w.kinds[one.kind]}
            </Link>
          </h2>
          <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft text-small">
            <span>{w.states[one.state]}</span>
            <span>{one.platformName}</span>
            <RelativeTime at={one.openedAt} />
          </p>
          {one.next && <DeadlineLine deadline={one.next} />}
        </li>
      ))}
    </ol>
  );
};

const Shields = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data } = useShields();
  const change = useProtectionChange();
  if (!data || data.shields.length === 0) return null;
  return (
    <Section title={w.shields}>
      {change.error && <ErrorNote error={change.error} />}
      <ul className="flex flex-col gap-3">
        {data.shields.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-0 flex-1 basis-60">
              {w.shieldLine(one.hiddenFromName, one.handlerName)}
            </span>
            <Link
              to="/$slug/conversazioni/$threadId"
              params={{ slug, threadId: one.threadId }}
              className="link text-small"
            >
              {w.openThread}
            </Link>
            <Button
              size="small"
              onPress={() =>
                change.mutate({ method: 'POST', path: ['shields', one.id, 'steps'], body: { step: 'end' } })
              }
            >
              {w.endShield}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type Suggested = {
  readonly suggestions: readonly {
    readonly threadId: string;
    readonly reads: 'threat' | 'insult';
    readonly saidAt: string;
  }[];
};

const Suggestions = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data } = useProtectionRead<Suggested>(['suggestions']);
  if (!data || data.suggestions.length === 0) return null;
  return (
    <Section title={w.suggestions} lead={w.suggestionsLead}>
      <ul className="flex flex-col gap-2">
        {data.suggestions.map(({ threadId, reads, saidAt }) => (
          <li key={threadId} className="flex flex-wrap gap-x-3">
            <Link to="/$slug/conversazioni/$threadId" params={{ slug, threadId }} className="link">
              {w.reads[reads]}
            </Link>
            <RelativeTime at={saidAt} className="text-ink-soft text-small" />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Figures = ({ figures }: Pick<ReportList, 'figures'>) => {
  const w = useWords(words);
  return (
    <Section title={w.figures}>
      <p>{w.figuresLine(figures)}</p>
      {figures.daysToAnswer !== null && (
        <p className="text-ink-soft">{w.daysToAnswer(String(figures.daysToAnswer))}</p>
      )}
    </Section>
  );
};
