import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MentionView } from '../../../src/listening/model/mention-view.ts';
import type { WatchPreview, WatchView } from '../../../src/listening/model/watch-view.ts';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import type { ListeningSearch } from '../../app/routes/listening.ts';
import { useWorkspace } from '../../app/session.ts';
import { readingQuery } from '../../components/reading/reading-query.ts';

export type { MentionView, WatchPreview, WatchView };

export type HeardMention = MentionView & { readonly threadId: string | null };
type HeardPage = { readonly mentions: readonly HeardMention[]; readonly next: string | null };

export type WatchDraft = {
  readonly name: string;
  readonly query: string;
  readonly about: WatchView['about'] | 'private-person';
  readonly purpose: string;
  readonly balancing: string;
  readonly notPrivate: boolean;
};

export const useWatches = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: keys.watches(id),
    queryFn: ({ signal }) =>
      call<{ watches: readonly WatchView[] }>('GET', inWorkspace(id, 'watches'), undefined, signal),
  });
};

/** What was heard, as the address filters it, newest first. */
export const useHeard = (search: ListeningSearch) => {
  const { id } = useWorkspace();
  const filter = { watch: search.ricerca, channel: search.canale, q: search.cerca, ...readingQuery(search) };
  const result = useInfiniteQuery({
    queryKey: [...keys.mentions(id), filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<HeardPage>(
        'GET',
        inWorkspace(id, 'mentions') + query({ ...filter, before: pageParam, limit: 30 }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const mentions = useMemo(() => result.data?.pages.flatMap((page) => page.mentions) ?? [], [result.data]);
  return { ...result, mentions };
};

const useRefreshed = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.watches(id) }),
      client.invalidateQueries({ queryKey: keys.mentions(id) }),
    ]);
};

export const useSaveWatch = (watchId: string | undefined) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (draft: Partial<WatchDraft> & { readonly state?: 'active' | 'paused' }) =>
      watchId
        ? call<WatchView>('PATCH', inWorkspace(id, 'watches', watchId), draft)
        : call<WatchView>('POST', inWorkspace(id, 'watches'), draft),
    onSuccess: refresh,
  });
};

export const useRemoveWatch = (watchId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: () => call('DELETE', inWorkspace(id, 'watches', watchId)),
    onSuccess: refresh,
  });
};

export const usePreviewWatch = () => {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (draft: Pick<WatchDraft, 'query'>) =>
      call<WatchPreview>('POST', inWorkspace(id, 'watches', 'preview'), draft),
  });
};

export type HeardByHand = {
  readonly form: 'call' | 'encounter' | 'note' | 'post';
  readonly who: { readonly name: string; readonly contact?: string };
  readonly text: string;
  readonly url?: string;
  readonly saidAt?: string;
  /** A picture that was added, and what it is said to show. */
  readonly picture?: { readonly uploadId: string; readonly alt: string } | undefined;
};

export const useNoteByHand = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: async ({ picture, ...heard }: HeardByHand) => {
      if (picture) await call('PATCH', inWorkspace(id, 'uploads', picture.uploadId), { alt: picture.alt });
      return call<{ mentionId: string }>('POST', inWorkspace(id, 'by-hand'), {
        ...heard,
        ...(picture ? { image: picture.uploadId } : {}),
      });
    },
    onSuccess: refresh,
  });
};
