import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import type { InBoth } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import type { ReadingView } from '../../../components/reading/reading-view.ts';

export type PackView = {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly enabled: boolean;
  readonly text: string;
  readonly updatedAt: string;
  readonly updatedByName: string;
};
export type ShippedPack = { readonly sector: string; readonly title: InBoth; readonly text: string };
export type PackDraft = Pick<PackView, 'name' | 'sector' | 'text' | 'enabled'>;

type Packs = { readonly packs: readonly PackView[]; readonly shipped: readonly ShippedPack[] };
type Judged = Pick<ReadingView, 'polarity' | 'aspects'>;
export type PackPreview = {
  readonly read: number;
  readonly changed: readonly {
    readonly mentionId: string;
    readonly excerpt: string;
    readonly before: Judged;
    readonly after: Judged;
  }[];
};

const packsKey = (id: string) => [...keys.understanding(id), 'packs'];

export const usePacks = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: packsKey(id),
    queryFn: ({ signal }) => call<Packs>('GET', inWorkspace(id, 'packs'), undefined, signal),
  });
};

const useRefreshed = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: packsKey(id) });
};

export const useSavePack = (packId: string | undefined) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (draft: Partial<PackDraft>) =>
      packId
        ? call<PackView>('PATCH', inWorkspace(id, 'packs', packId), draft)
        : call<PackView>('POST', inWorkspace(id, 'packs'), draft),
    onSuccess: refresh,
  });
};

export const useRemovePack = (packId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: () => call('DELETE', inWorkspace(id, 'packs', packId)),
    onSuccess: refresh,
  });
};

export const usePreviewPack = () => {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (draft: { readonly text: string; readonly packId?: string }) =>
      call<PackPreview>('POST', inWorkspace(id, 'packs', 'preview'), draft),
  });
};
