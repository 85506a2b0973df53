import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, company, done, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

type Company = typeof company;
type Packs = Answer<Company['packs']['$get']>;
export type PackView = Packs['packs'][number];
export type ShippedPack = Packs['shipped'][number];
export type PackDraft = Pick<PackView, 'name' | 'sector' | 'text' | 'enabled'>;
export type PackPreview = Answer<Company['packs']['preview']['$post']>;

const packsKey = (id: string) => [...keys.understanding(id), 'packs'];

export const usePacks = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: packsKey(id),
    queryFn: () => read(company.packs.$get({ param: { workspaceId: id } })),
  });
};

const useRefreshed = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: packsKey(id) });
};

export const useAddPack = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (draft: PackDraft) => read(company.packs.$post({ param: { workspaceId: id }, json: draft })),
    onSuccess: refresh,
  });
};

export const useChangePack = (packId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (draft: Partial<PackDraft>) =>
      read(company.packs[':id'].$patch({ param: { workspaceId: id, id: packId }, json: draft })),
    onSuccess: refresh,
  });
};

/** Keeps what is in the editor: as a new collection when it is none yet. */
export const useSavePack = (packId: string | undefined) => {
  const add = useAddPack();
  const change = useChangePack(packId ?? '');
  return useMutation({
    mutationFn: (draft: PackDraft) => (packId ? change.mutateAsync(draft) : add.mutateAsync(draft)),
  });
};

export const useRemovePack = (packId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: () => done(company.packs[':id'].$delete({ param: { workspaceId: id, id: packId } })),
    onSuccess: refresh,
  });
};

export const usePreviewPack = () => {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (draft: { readonly text: string; readonly packId?: string }) =>
      read(company.packs.preview.$post({ param: { workspaceId: id }, json: draft })),
  });
};
