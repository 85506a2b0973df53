import { useMutation } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { useRefreshContacts } from '../use-contacts.ts';
import { sayProblem } from '../use-undoable.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

type Merging = { readonly keptId: string; readonly otherId: string; readonly reason: string };

/** Two again; `told` is said when they are. */
export const useUndoMerge = (told: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (mergeId: string) => call('POST', inWorkspace(id, 'merges', mergeId, 'undo'), {}),
    onError: sayProblem,
    onSuccess: () => {
      showToast({ tone: 'good', text: told });
      return refresh();
    },
  });
};

/** Two entries become one, by somebody's word and with their reason; says so, with the way back. */
export const useMerge = () => {
  const w = useWords(words);
  const s = useWords(shared);
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  const undo = useUndoMerge(s.undone);
  return useMutation({
    mutationFn: ({ keptId, otherId, reason }: Merging) =>
      call<{ id: string }>('POST', inWorkspace(id, 'contacts', keptId, 'merge'), { otherId, reason }),
    onSuccess: ({ id: mergeId }) => {
      void refresh();
      showToast({
        tone: 'good',
        text: w.merged,
        action: { label: s.undo, run: () => undo.mutate(mergeId) },
      });
    },
  });
};

/** Says that two are not one, so that it is not asked again. */
export const useDismiss = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (pair: { readonly a: string; readonly b: string }) =>
      call('POST', inWorkspace(id, 'suggestions', 'dismiss'), pair),
    onError: sayProblem,
    onSuccess: () => {
      showToast({ text: w.dismissed });
      return refresh();
    },
  });
};
