import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { OverviewView } from '../views.ts';

export const useOverview = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.relations(id), 'overview'],
    queryFn: ({ signal }) =>
      call<OverviewView>('GET', inWorkspace(id, 'relations', 'overview'), undefined, signal),
    // While it is being worked out, its progress is worth following.
    refetchInterval: ({ state }) => (state.data?.batch?.state === 'running' ? 1_000 : false),
  });
};

/** Starts working the web out anew, or calls it off. */
export const useRefreshRelations = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: 'start' | 'stop') =>
      call<unknown>(wanted === 'start' ? 'POST' : 'DELETE', inWorkspace(id, 'relations', 'refresh')),
    onSettled: () => client.invalidateQueries({ queryKey: keys.relations(id) }),
  });
};
