import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { Choices } from './views.ts';

export const useLearning = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.understanding(id), 'learning'],
    queryFn: () => read(company.learning.$get({ param: { workspaceId: id } })),
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
    queryFn: () => read(company.learning.queue.$get({ param: { workspaceId: id }, query: { limit: '10' } })),
  });
};

export const useCorrections = () => {
  const { id } = useWorkspace();
  return useInfiniteQuery({
    queryKey: [...keys.understanding(id), 'corrections'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      read(
        company.corrections.$get({
          param: { workspaceId: id },
          query: { limit: '20', ...(pageParam ? { before: pageParam } : {}) },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
};

export const useChoices = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.understanding(id), 'choices'],
    queryFn: () => read(company.understanding.$get({ param: { workspaceId: id } })),
  });
};

export const useChoose = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choices: Pick<Choices, 'toneStrictness'>) =>
      read(company.understanding.$patch({ param: { workspaceId: id }, json: choices })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.understanding(id) }),
  });
};
