import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { SearchField } from '../../components/text-field/search-field.tsx';
import { DueMark, GravityMark, StateMark } from './case-marks.tsx';
import { type CaseView, type ListedCase, useCases } from './use-care.ts';
import { words } from './words.ts';

const views: readonly CaseView[] = ['open', 'mine', 'overdue', 'ended', 'undone', 'all'];

/** The cases, those that wait first. */
export const CasesPage = () => {
  const w = useWords(words);
  const navigate = useNavigate();
  const { slug } = useWorkspace();
  const { vista = 'open', cerca = '' } = useSearch({ strict: false }) as { vista?: CaseView; cerca?: string };
  const list = useCases(vista, cerca);
  const go = (change: { vista?: CaseView; cerca?: string }) =>
    void navigate({
      to: '/$slug/cura',
      params: { slug },
      search: { vista, cerca, ...change },
      replace: true,
    });
  const count = (view: CaseView): string => {
    const found = list.counts?.[view as 'open' | 'mine' | 'overdue'];
    return found === undefined ? w.views[view] : `${w.views[view]} (${found})`;
  };
  return (
    <Page title={w.title} lead={w.lead}>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select<CaseView>
          label={w.view}
          isLabelHidden
          className="w-48"
          value={vista}
          onChange={(view) => go({ vista: view })}
          choices={views.map((view) => ({ value: view, label: count(view) }))}
        />
        <SearchField label={w.search} value={cerca} onChange={(text) => go({ cerca: text })} />
      </div>
      {list.isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.cases.length === 0 && (
        <EmptyState title={w.emptyTitle} example={{ text: w.exampleText, from: w.exampleFrom }}>
          <p>{w.empty}</p>
        </EmptyState>
      )}
      <ol className="flex flex-col" aria-live="polite">
        {list.cases.map((one) => (
          <li key={one.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
            <CaseRow one={one} />
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </Page>
  );
};

const CaseRow = ({ one }: { readonly one: ListedCase }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <article>
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-read">
        <Link to="/$slug/cura/$caseId" params={{ slug, caseId: one.id }} className="link">
          {w.caseNumber(one.number)}
          {one.authorName && <bdi>{` · ${one.authorName}`}</bdi>}
        </Link>
        <StateMark state={one.state} />
        <GravityMark gravity={one.gravity} />
      </h2>
      <p className="letter mt-1 line-clamp-2 break-words">{one.preview ?? w.gone}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft text-small">
        <RelativeTime at={one.reportedAt} />
        <DueMark one={one} />
        <span>{one.ownerName ?? w.nobody}</span>
        {one.mentions > 1 && <span>{w.mentions(one.mentions)}</span>}
        {one.people > 1 && <span>{w.people(one.people)}</span>}
        {one.causeName && <span>{one.causeName}</span>}
      </p>
    </article>
  );
};
