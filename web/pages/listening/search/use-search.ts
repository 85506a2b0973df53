import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MentionView } from '../../../../src/listening/model/mention-view.ts';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { askedOf, type MemorySearch } from '../../../app/memory-search.ts';
import { useWorkspace } from '../../../app/session.ts';

export type FoundMention = MentionView & {
  readonly threadId: string | null;
  readonly highlights: readonly (readonly [number, number])[];
};
type SearchPage = {
  readonly mentions: readonly FoundMention[];
  readonly readAs: readonly { readonly typed: string; readonly stems: readonly string[] }[];
  readonly next: string | null;
};

/** What the memory holds that answers, page by page. */
export const useFound = (search: MemorySearch) => {
  const { id } = useWorkspace();
  const asked = askedOf(search);
  const result = useInfiniteQuery({
    queryKey: [...keys.mentions(id), 'search', asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<SearchPage>(
        'GET',
        inWorkspace(id, 'search') + query({ ...asked, after: pageParam, limit: 30 }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const mentions = useMemo(() => result.data?.pages.flatMap((page) => page.mentions) ?? [], [result.data]);
  return { ...result, mentions, readAs: result.data?.pages[0]?.readAs ?? [] };
};

export type SavedSearch = {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly search: Readonly<Record<string, string | undefined>>;
};

export const useSavedSearches = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: keys.savedSearches(id),
    queryFn: ({ signal }) =>
      call<{ searches: readonly SavedSearch[] }>('GET', inWorkspace(id, 'saved-searches'), undefined, signal),
  });
};

export const useKeepSearch = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.savedSearches(id) });
  const save = useMutation({
    mutationFn: (wanted: { readonly name: string; readonly isShared: boolean; readonly search: object }) =>
      call<SavedSearch>('POST', inWorkspace(id, 'saved-searches'), wanted),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (searchId: string) => call('DELETE', inWorkspace(id, 'saved-searches', searchId)),
    onSuccess: refresh,
  });
  return { save, remove };
};
