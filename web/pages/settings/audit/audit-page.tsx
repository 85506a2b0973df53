import { useInfiniteQuery } from '@tanstack/react-query';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { AuditRow } from './audit-row.tsx';
import { words } from './words.ts';

/** The record of changes, a day after the other, the latest first. */
export const AuditPage = () => {
  const w = useWords(words);
  const times = useTimes();
  const { id } = useWorkspace();
  const log = useInfiniteQuery({
    queryKey: keys.audit(id),
    queryFn: ({ pageParam }) =>
      read(company.audit.$get({ param: { workspaceId: id }, query: pageParam ? { before: pageParam } : {} })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const days = Map.groupBy(entries, (entry) => times.dayOf(entry.createdAt));
  return (
    <Page title={w.title} lead={w.lead}>
      {log.error && <ErrorNote error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <SkeletonRows rows={6} rowClassName="h-11" />}
      {log.isSuccess && entries.length === 0 && (
        <EmptyState title={w.emptyTitle}>
          <p>{w.emptyText}</p>
        </EmptyState>
      )}
      {[...days].map(([day, ofDay]) => (
        <section key={day} className="mb-6">
          <h2 className="mb-1 font-medium text-ink-soft">{times.weekday(ofDay[0]?.createdAt ?? day)}</h2>
          <ol>
            {ofDay.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {log.hasNextPage && (
        <Button onPress={() => void log.fetchNextPage()} isPending={log.isFetchingNextPage}>
          {w.earlier}
        </Button>
      )}
    </Page>
  );
};
