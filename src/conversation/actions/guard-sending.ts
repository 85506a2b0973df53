import { whatStands } from '../../language/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Desk } from '../model/correspondent.ts';
import { decide } from '../model/reply-state.ts';
import { readApprovalRow } from '../store/approval-rows.ts';
import { type ReplyRow, saveProgress } from '../store/reply-rows.ts';
import { ask } from './ask-approval.ts';
import { checkWording } from './check-reply.ts';
import { recordProgress } from './record-progress.ts';

/**
 * The last look, in the transaction that would begin a sending: what the company lets nobody say does not leave, even if it could when it
 * was written; and what everybody must wait for waits. True when it may go.
 */
export const guardSending = async (desk: Desk, tx: Transaction, reply: ReplyRow): Promise<boolean> => {
  const now = desk.clock.now();
  const { blocks } = whatStands(await checkWording(tx, reply.workspaceId, reply), []);
  if (blocks.length > 0) {
    const detail = blocks.map(({ id }) => id).join(', ');
    const stopped = decide({ kind: 'stop', problem: { kind: 'check-blocked', detail } }, reply, now);
    if (stopped.ok) await recordProgress(desk, tx, reply, stopped.value);
    return false;
  }
  const approval = await readApprovalRow(tx, reply.workspaceId, reply.id);
  if (approval?.decision === 'approved' || !(await desk.everythingWaits(tx, reply.workspaceId))) return true;
  const heldBack = decide({ kind: 'hold-back' }, reply, now);
  if (!heldBack.ok) return false;
  const row = await saveProgress(tx, reply.workspaceId, reply.id, heldBack.value);
  await ask(desk, tx, row, { reasons: [{ kind: 'crisis' }], by: null });
  return false;
};
