import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useFigures } from '../use-figures.ts';
import type { OverviewView } from '../views.ts';
import { Batch } from './batch.tsx';
import { Facts } from './facts.tsx';
import { Months } from './months.tsx';
import { useOverview } from './use-overview.ts';
import { OwnValues } from './values.tsx';
import { words } from './words.ts';

/** Our web of people, told in sentences. */
export const OverviewPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useOverview();
  const isEmpty = data?.contacts === 0;
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        data &&
        !isEmpty && (
          <LinkButton to="/$slug/relazioni/mappa" params={{ slug }}>
            {w.toMap}
          </LinkButton>
        )
      }
    >
      {isPending && <SkeletonRows rows={4} rowClassName="h-28" />}
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && (isEmpty ? <NoWeb /> : <Told view={data} />)}
    </Page>
  );
};

const Told = ({ view }: { readonly view: OverviewView }) => {
  const w = useWords(words);
  return (
    <>
      <Facts view={view} />
      <div className="mt-8">
        <Section title={w.months} lead={w.monthsLead}>
          <Months snapshots={view.snapshots} />
        </Section>
        <Section title={w.batch} lead={w.batchLead}>
          <Batch batch={view.batch} />
        </Section>
        <HalfLives halfLives={view.batch?.halfLives ?? {}} />
        <OwnValues />
      </div>
    </>
  );
};

/** How long a thread lasts on each channel. */
const HalfLives = ({ halfLives }: { readonly halfLives: Readonly<Record<string, number>> }) => {
  const w = useWords(words);
  const channelName = useChannelName();
  const { whole } = useFigures();
  const known = Object.entries(halfLives);
  if (known.length === 0) return null;
  return (
    <Section title={w.halfLives} lead={w.halfLivesLead}>
      <dl className="max-w-md">
        {known.map(([channel, days]) => (
          <div key={channel} className="flex justify-between gap-4 border-line border-b py-2 last:border-b-0">
            <dt>{channelName(channel)}</dt>
            <dd className="tabular text-ink-soft">{w.days(whole(Math.round(days)))}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const NoWeb = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <EmptyState
      title={w.emptyTitle}
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
      action={
        may('connections.manage') && (
          <LinkButton to="/$slug/impostazioni/canali" params={{ slug }} weight="primary">
            {w.emptyChannels}
          </LinkButton>
        )
      }
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
