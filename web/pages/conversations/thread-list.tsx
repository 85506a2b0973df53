import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { useTeamNames } from './desk/use-desk.ts';
import type { Selection } from './desk/use-selection.ts';
import { useConversationCounts } from './person/use-conversation-counts.ts';
import { ThreadRow } from './thread-row.tsx';
import { useMemberNames } from './use-members.ts';
import type { useThreads } from './use-threads.ts';
import { words } from './words.ts';

const ESTIMATED_ROW = 112;
const NEAR_THE_END = 10;

type ThreadListProps = {
  readonly list: ReturnType<typeof useThreads>;
  readonly selectedId: string | undefined;
  readonly selection: Selection;
};

/** The conversations, drawn only where they are seen: a thousand scroll like ten. */
export const ThreadList = ({ list, selectedId, selection }: ThreadListProps) => {
  const w = useWords(words);
  const names = useMemberNames();
  const teams = useTeamNames();
  const frame = useRef<HTMLDivElement>(null);
  const { threads, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const rows = useVirtualizer({
    count: threads.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ESTIMATED_ROW,
    getItemKey: (index) => threads[index]?.id ?? index,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const counts = useConversationCounts(shown.flatMap(({ index }) => threads[index]?.id ?? []));
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= threads.length - NEAR_THE_END) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, threads.length]);
  const selected = threads.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (selected >= 0) rows.scrollToIndex(selected, { align: 'auto' });
  }, [selected, rows]);

  if (list.isPending)
    return (
      <div className="p-4">
        <SkeletonRows rows={7} rowClassName="h-24" />
      </div>
    );
  if (list.isError && threads.length === 0)
    return <ErrorNote error={list.error} onRetry={() => void list.refetch()} className="m-4" />;
  if (threads.length === 0) return <NothingHere />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={frame} aria-label={w.list} tabIndex={0} className="min-h-0 flex-1 overflow-auto">
      <ul className="relative w-full" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const thread = threads[row.index];
          if (!thread) return null;
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={rows.measureElement}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ThreadRow
                thread={thread}
                conversations={counts.get(thread.id)}
                assignee={thread.assigneeId ? names.get(thread.assigneeId) : undefined}
                isChosen={selection.chosen?.has(thread.id)}
                onChoose={() => selection.toggle(thread.id)}
                team={thread.teamId ? teams.get(thread.teamId) : undefined}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const NothingHere = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  if (Object.keys(search).length > 0)
    return (
      <EmptyState
        title={w.nothingTitle}
        action={
          <Button onPress={() => void navigate({ to: '/$slug/conversazioni', params: { slug }, search: {} })}>
            {w.showAll}
          </Button>
        }
      >
        <p>{w.nothingText}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={w.emptyTitle}
      action={
        <LinkButton to="/$slug/impostazioni/canali" params={{ slug }} weight="primary">
          {w.emptyAction}
        </LinkButton>
      }
      example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
    >
      <p>{w.emptyText}</p>
    </EmptyState>
  );
};
