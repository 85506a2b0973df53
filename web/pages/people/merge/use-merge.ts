import { useMutation } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { useRefreshContacts } from '../use-contacts.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

type Merging = { readonly keptId: string; readonly otherId: string; readonly reason: string };

export const useUndoMerge = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (mergeId: string) => call('POST', inWorkspace(id, 'merges', mergeId, 'undo'), {}),
    onSuccess: refresh,
  });
};

/** Two entries become one, by somebody's word and with their reason; says so, with the way back. */
export const useMerge = () => {
  const w = useWords(words);
  const s = useWords(shared);
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  const undo = useUndoMerge();
  const say = (problem: unknown) => showToast({ tone: 'bad', text: describeProblem(problem).title });
  return useMutation({
    mutationFn: ({ keptId, otherId, reason }: Merging) =>
      call<{ id: string }>('POST', inWorkspace(id, 'contacts', keptId, 'merge'), { otherId, reason }),
    onSuccess: ({ id: mergeId }) => {
      void refresh();
      showToast({
        tone: 'good',
        text: w.merged,
        action: {
          label: s.undo,
          run: () => undo.mutate(mergeId, { onError: say, onSuccess: () => showToast({ text: s.undone }) }),
        },
      });
    },
  });
};

/** Says that two are not one, so that it is not asked again. */
export const useDismiss = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (pair: { readonly a: string; readonly b: string }) =>
      call('POST', inWorkspace(id, 'suggestions', 'dismiss'), pair),
    onSuccess: refresh,
  });
};
