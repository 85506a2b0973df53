import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useWorkspace } from '../../app/session.ts';
import { showToast } from '../toast/toast.ts';
import type { ReadingChange } from './reading-view.ts';
import { words } from './words.ts';

/** Every screen that shows a reading, and the page that tells how the learning goes. */
export const useRefreshReadings = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () =>
    Promise.all(
      [keys.threads(id), keys.allThreads(id), keys.mentions(id), keys.understanding(id)].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
};

export const useWithdrawCorrection = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshReadings();
  return useMutation({
    mutationFn: (correctionId: string) =>
      call('POST', inWorkspace(id, 'corrections', correctionId, 'withdraw'), {}),
    onSettled: () => refresh(),
  });
};

/** Says what a mention means, or that it was read rightly (no change at all); can be taken back for a while. */
export const useCorrectReading = (mentionId: string) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const refresh = useRefreshReadings();
  const withdraw = useWithdrawCorrection();
  return useMutation({
    mutationFn: (change: ReadingChange) =>
      call<{ correctionId: string }>(
        'POST',
        inWorkspace(id, 'mentions', mentionId, 'correction'),
        isNothing(change) ? { confirmed: true } : change,
      ),
    onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
    onSuccess: ({ correctionId }, change) => {
      showToast({
        tone: 'good',
        text: isNothing(change) ? w.thanksRight : w.thanksCorrected,
        action: {
          label: w.undo,
          // The button that was pressed may be gone by now: the notice waits for the answer by itself.
          run: () =>
            void withdraw.mutateAsync(correctionId).then(
              () => showToast({ text: w.undone }),
              (error: unknown) => showToast({ tone: 'bad', text: describeProblem(error).title }),
            ),
        },
      });
      return refresh();
    },
  });
};

const isNothing = (change: ReadingChange): boolean => Object.keys(change).length === 0;
