import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import type { ConversationsSearch } from '../../app/routes/conversations.ts';
import { useWorkspace } from '../../app/session.ts';
import { readingQuery } from '../../components/reading/reading-query.ts';
import { type ThreadPage, type ThreadView, threadViews } from './views.ts';

export const viewOf = (search: ConversationsSearch): ThreadView =>
  threadViews.find((view) => view === search.vista) ?? 'all';

const PAGE = 50;

/** The list that the address asks for, page by page; counts come with the first. */
export const useThreads = (search: ConversationsSearch) => {
  const { id } = useWorkspace();
  const filter = {
    view: viewOf(search),
    channel: search.canale,
    team: search.gruppo,
    label: search.etichetta,
    unread: search.nonletti,
    q: search.cerca,
    ...readingQuery(search),
  };
  const result = useInfiniteQuery({
    queryKey: [...keys.threads(id), filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<ThreadPage>(
        'GET',
        inWorkspace(id, 'threads') +
          query({ ...filter, before: pageParam, limit: PAGE, counts: pageParam === null }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    maxPages: 20,
  });
  const threads = useMemo(() => result.data?.pages.flatMap((page) => page.threads) ?? [], [result.data]);
  return { ...result, threads, counts: result.data?.pages[0]?.counts };
};
