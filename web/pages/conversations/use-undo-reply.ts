import { call, inWorkspace } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useWorkspace } from '../../app/session.ts';
import { showToast } from '../../components/toast/toast.ts';
import { useRefresh } from './use-thread.ts';
import type { ReplyView } from './views.ts';
import { words } from './words.ts';

/** Takes an answer back before it leaves; its text becomes the draft again, so that nothing written is lost. */
export const useUndoReply = (threadId: string) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const refresh = useRefresh();
  return async ({ id: replyId, body, options, media, suggestionId }: ReplyView) => {
    try {
      await call('POST', inWorkspace(id, 'replies', replyId, 'undo'), {});
      await call('PUT', inWorkspace(id, 'threads', threadId, 'draft'), {
        body,
        options,
        media: media.map(({ uploadId, alt }) => ({ uploadId, alt })),
        suggestionId,
      });
      showToast({ text: w.undoneBack });
    } catch (error) {
      showToast({ tone: 'bad', text: describeProblem(error).title });
    }
    await refresh(threadId);
  };
};
