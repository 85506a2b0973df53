import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { CorrectionView, LearningView, QueueItem, ToneStrictness } from './views.ts';

export const useLearning = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.understanding(id), 'learning'],
    queryFn: ({ signal }) => call<LearningView>('GET', inWorkspace(id, 'learning'), undefined, signal),
    // While it rereads, the progress is worth following.
    refetchInterval: ({ state }) => (state.data?.rereading ? 1_000 : false),
  });
};

/** Kept as it came, whatever is learned meanwhile: a text does not change under the eyes of who reads it. */
export const useQueue = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.workspace(id), 'learning-queue'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      call<{ items: readonly QueueItem[] }>(
        'GET',
        inWorkspace(id, 'learning', 'queue') + query({ limit: 10 }),
        undefined,
        signal,
      ),
  });
};

type CorrectionPage = { readonly corrections: readonly CorrectionView[]; readonly next: string | null };

export const useCorrections = () => {
  const { id } = useWorkspace();
  return useInfiniteQuery({
    queryKey: [...keys.understanding(id), 'corrections'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<CorrectionPage>(
        'GET',
        inWorkspace(id, 'corrections') + query({ before: pageParam, limit: 20 }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
  });
};

type Choices = { readonly toneStrictness: ToneStrictness };

export const useChoices = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.understanding(id), 'choices'],
    queryFn: ({ signal }) => call<Choices>('GET', inWorkspace(id, 'understanding'), undefined, signal),
  });
};

export const useChoose = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choices: Choices) => call<Choices>('PATCH', inWorkspace(id, 'understanding'), choices),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.understanding(id) }),
  });
};
