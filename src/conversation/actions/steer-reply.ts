import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ReplyId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import { approvalChange } from '../model/live-changes.ts';
import { decide, type ReplyState } from '../model/reply-state.ts';
import type { ReplyView } from '../model/views.ts';
import { type ApprovalRow, readApprovalRow, saveDecision } from '../store/approval-rows.ts';
import { lockReply, type ReplyRow, saveProgress } from '../store/reply-rows.ts';
import { ask } from './ask-approval.ts';
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
    if (!may(actor, 'replies.send') && !may(actor, 'replies.propose')) return err({ kind: 'not-allowed' });
    const before = await lockReply(tx, actor.workspaceId, replyId);
    if (!before) return err({ kind: 'not-found' });
    const approval = await readApprovalRow(tx, actor.workspaceId, replyId);
    if (!mayWish(actor, before, wish)) return err({ kind: 'not-allowed' });
    const thinksAgain =
      wish === 'undo' && approval?.decision === 'approved' && before.personId !== actor.personId;
    const command = thinksAgain ? 'reconsider' : wish;
    const decided = decide({ kind: command }, before, desk.clock.now());
    if (!decided.ok) return decided;
    if (thinksAgain) {
      const waiting = await saveProgress(tx, actor.workspaceId, replyId, decided.value);
      await ask(desk, tx, waiting, { reasons: approval.reasons, kind: 'reconsidered', by: actor });
      return viewed(tx, waiting);
    }
    const subject = { subjectKind: 'reply', subjectId: replyId };
    await audit(tx, actor, { action: audited[wish], ...subject, details: { threadId: before.threadId } });
    const row = await recordProgress(desk, tx, before, decided.value);
    if (wish === 'undo' && approval) await withdraw(desk, tx, actor, before, approval);
    return viewed(tx, row);
  });

/** What waits is its author's and the approvers' affair; those who may not send only take back their own. */
const mayWish = (
  actor: Member,
  { personId, state }: ReplyRow,
  wish: 'undo' | 'retry' | 'send-now',
): boolean => {
  const isOwn = personId === actor.personId;
  if (state === 'waiting' || state === 'returned') return isOwn;
  return may(actor, 'replies.send') || (isOwn && wish === 'undo');
};

const withdraw = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  actor: Member,
  reply: ReplyRow,
  { replyId, workspaceId }: ApprovalRow,
): Promise<void> => {
  const decidedAt = desk.clock.now();
  await saveDecision(tx, workspaceId, replyId, {
    decision: 'withdrawn',
    decidedBy: actor.personId,
    decidedAt,
  });
  const by = { byName: actor.name, byId: actor.personId };
  await appendLive(tx, workspaceId, [approvalChange(reply, { outcome: 'withdrawn', ...by })]);
};

const viewed = async (tx: Transaction, row: ReplyRow): Promise<Result<ReplyView, SteerFailure>> => {
  const [view] = await viewReplies(tx, row.workspaceId, [row]);
  return view ? ok(view) : err({ kind: 'not-found' });
};
