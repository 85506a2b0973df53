import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace, send } from '../../../app/api.ts';
import { problemOf } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { ImportDetail, ImportView, Preview, Settings, Step } from './views.ts';

const PART_BYTES = 800_000;
/** Work goes on in the background: how it stands is asked again, ms. */
const ASK_AGAIN = 1_500;

const isMoving = (state: ImportView['state'] | undefined) =>
  state === 'looking' || state === 'running' || state === 'undoing';

export const useImports = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) =>
      call<{ imports: readonly ImportView[] }>('GET', inWorkspace(id, 'imports'), undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.imports.some((one) => isMoving(one.state)) ? ASK_AGAIN : false,
  });
};

export const useImport = (importId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: ['imports', id, importId],
    queryFn: ({ signal }) =>
      call<ImportDetail>('GET', inWorkspace(id, 'imports', importId), undefined, signal),
    refetchInterval: ({ state }) => (isMoving(state.data?.state) ? ASK_AGAIN : false),
  });
};

/** The beginning of the file by these settings: asked again when they change. */
export const usePreview = (importId: string, settings: Settings | null, isOpen: boolean) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: ['imports', id, importId, 'preview', settings],
    queryFn: ({ signal }) =>
      call<Preview>('GET', inWorkspace(id, 'imports', importId, 'preview'), undefined, signal),
    enabled: isOpen && settings !== null,
    placeholderData: (before) => before,
  });
};

const useRefresh = () => {
  const client = useQueryClient();
  const { id } = useWorkspace();
  return () => client.invalidateQueries({ queryKey: ['imports', id] });
};

export const useConfigure = (importId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (settings: Settings) =>
      call<ImportView>('PUT', inWorkspace(id, 'imports', importId, 'settings'), settings),
    onSuccess: () => void refresh(),
  });
};

export const useStep = (importId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (step: Step) =>
      call<ImportView>('POST', inWorkspace(id, 'imports', importId, 'steps'), { step }),
    onSettled: () => void refresh(),
  });
};

/** Sends a file part by part; `onPart` hears how many bytes are there. */
export const useSendFile = (onPart: (received: number, whole: number) => void) => {
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (file: File) => {
      const asked = { name: file.name, byteLength: file.size };
      let view = await call<ImportView>('POST', inWorkspace(id, 'imports'), asked);
      for (let offset = 0; offset < file.size; offset += PART_BYTES) {
        const path = `${inWorkspace(id, 'imports', view.id, 'content')}?offset=${offset}`;
        const response = await send(path, {
          method: 'PUT',
          body: file.slice(offset, offset + PART_BYTES),
          headers: { 'content-type': 'application/octet-stream' },
        });
        if (!response.ok) throw await problemOf(response);
        view = (await response.json()) as ImportView;
        onPart(view.received, file.size);
      }
      return view;
    },
    onSettled: () => void refresh(),
  });
};
