import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

/** Keeps one thing of a list (new without an `id`), or takes it away. */
export const useKeeping = <Thing extends { readonly id: string }>(list: 'teams' | 'labels' | 'snippets') => {
  const { id: workspaceId } = useWorkspace();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.desk(workspaceId) });
  const keep = useMutation({
    mutationFn: ({ id, ...thing }: Omit<Thing, 'id'> & { readonly id?: string }) =>
      id
        ? call<Thing>('PUT', inWorkspace(workspaceId, list, id), thing)
        : call<Thing>('POST', inWorkspace(workspaceId, list), thing),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', inWorkspace(workspaceId, list, id)),
    onSuccess,
  });
  return { keep, remove };
};
