import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

/** Keeps one thing of a list (new without an `id`, else if it is still as it was seen), or takes it away. */
export const useKeeping = <Thing extends { readonly id: string; readonly version: number }>(
  list: 'teams' | 'labels' | 'snippets',
) => {
  const { id: workspaceId } = useWorkspace();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.desk(workspaceId) });
  const keep = useMutation({
    mutationFn: ({
      id,
      ...thing
    }: Omit<Thing, 'id' | 'version'> & { readonly id?: string; readonly version?: number }) =>
      id
        ? call<Thing>('PUT', inWorkspace(workspaceId, list, id), thing)
        : call<Thing>('POST', inWorkspace(workspaceId, list), thing),
    // Also after a refusal: somebody was quicker, and the screen must show what they did.
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', inWorkspace(workspaceId, list, id)),
    onSettled,
  });
  return { keep, remove };
};
