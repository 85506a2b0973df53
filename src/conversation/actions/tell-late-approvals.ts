import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Desk } from '../model/correspondent.ts';
import { approvalChange } from '../model/live-changes.ts';
import { readWorkspacesLate, takeLate } from '../store/approval-rows.ts';
import { readReply } from '../store/reply-rows.ts';
import { planMail } from './ask-approval.ts';

/** Answers of which nobody has decided in time are told once, to whoever may decide. Returns how many. */
export const tellLateApprovals = async (desk: Pick<Desk, 'database' | 'clock' | 'jobs'>): Promise<number> => {
  const now = desk.clock.now();
  let told = 0;
  for (const workspaceId of await desk.database.asInstallation((tx) => readWorkspacesLate(tx, now)))
    told += await desk.database.inWorkspace(workspaceId, (tx) => tellSome(desk, tx, workspaceId, now));
  return told;
};

const tellSome = async (
  desk: Pick<Desk, 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<number> => {
  const late = [];
  for (const replyId of await takeLate(tx, workspaceId, now)) {
    const reply = await readReply(tx, workspaceId, replyId);
    if (reply) late.push(reply);
  }
  for (const reply of late) await planMail(desk, tx, reply, now);
  await appendEvents(
    tx,
    workspaceId,
    late.map(({ id: replyId, threadId, personId }) => ({
      kind: 'reply.approval-late',
      payload: { replyId, threadId, personId },
    })),
  );
  await appendLive(
    tx,
    workspaceId,
    late.map((reply) => approvalChange(reply, { outcome: 'late', byName: null, byId: null })),
  );
  return late.length;
};
