import { audit, type Member, may } from '../../people/index.ts';
import type { ReplyId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { decide, type ReplyState } from '../model/reply-state.ts';
import type { ReplyView } from '../model/views.ts';
import { lockReply } from '../store/reply-rows.ts';
import { recordProgress } from './record-progress.ts';
import { viewReplies } from './view-replies.ts';

export type SteerFailure =
  | { readonly kind: 'not-allowed' | 'not-found' }
  /** It is past that, or not yet there. */
  | { readonly kind: 'not-now'; readonly state: ReplyState };

const audited = { undo: 'reply.undone', retry: 'reply.retried', 'send-now': 'reply.hastened' } as const;

/** A person's wish for an answer on its way. The row's lock decides a race with the worker: one of the two comes too late. */
export const steerReply = (
  desk: Desk,
  actor: Member,
  replyId: ReplyId,
  wish: 'undo' | 'retry' | 'send-now',
): Promise<Result<ReplyView, SteerFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'replies.send')) return err({ kind: 'not-allowed' });
    const before = await lockReply(tx, actor.workspaceId, replyId);
    if (!before) return err({ kind: 'not-found' });
    const decided = decide({ kind: wish }, before, desk.clock.now());
    if (!decided.ok) return decided;
    const subject = { subjectKind: 'reply', subjectId: replyId };
    await audit(tx, actor, { action: audited[wish], ...subject, details: { threadId: before.threadId } });
    const row = await recordProgress(desk, tx, before, decided.value);
    const [view] = await viewReplies(tx, actor.workspaceId, [row]);
    return view ? ok(view) : err({ kind: 'not-found' });
  });
