import type { Desk } from '../model/correspondent.ts';
import { readDueReplies } from '../store/reply-rows.ts';
import { deliverReply } from './deliver-reply.ts';

const AT_ONCE = 100;

/** The net below the jobs: whatever is due, of any workspace, is taken a step further. Returns how many were looked at. */
export const sweepReplies = async (desk: Desk): Promise<number> => {
  const due = await desk.database.asInstallation((tx) => readDueReplies(tx, desk.clock.now(), AT_ONCE));
  for (const { workspaceId, id } of due) {
    await deliverReply(desk, workspaceId, id).catch((error: unknown) =>
      desk.log.error({ replyId: id, error: String(error) }, 'a reply could not be delivered for now'),
    );
  }
  return due.length;
};
