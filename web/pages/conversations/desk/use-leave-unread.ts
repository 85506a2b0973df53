import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { useMarkUnread } from '../use-thread.ts';
import { words } from '../words.ts';

/** Leaves a conversation as if it had not been read, and goes back to the list. */
export const useLeaveUnread = (threadId: string): (() => void) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const markUnread = useMarkUnread(threadId);
  return () =>
    markUnread.mutate(undefined, {
      onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
      onSuccess: () => {
        showToast({ text: w.markedUnread });
        void navigate({ to: '/$slug/conversazioni', params: { slug }, search: (kept) => kept });
      },
    });
};
