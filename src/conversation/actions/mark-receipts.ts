import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { HeardReceipt } from '../model/received-events.ts';
import { lockSentReplies, type ReplyRow, saveReceipt } from '../store/reply-rows.ts';

/** Writes down when answers of ours reached people and were opened, the first time each; returns those that changed. What was read was delivered. */
export const markReceipts = async (
  { clock }: Pick<Platform, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  receipts: readonly HeardReceipt[],
): Promise<readonly ReplyRow[]> => {
  const changed: ReplyRow[] = [];
  for (const { connectionId, ofNativeId, state, at } of receipts) {
    const when = at ? new Date(at) : clock.now();
    for (const reply of await lockSentReplies(tx, workspaceId, connectionId, [ofNativeId])) {
      const deliveredAt = reply.deliveredAt ?? when;
      const readAt = reply.readAt ?? (state === 'read' ? when : null);
      const isSame = reply.deliveredAt !== null && readAt === reply.readAt;
      if (!isSame) changed.push(await saveReceipt(tx, workspaceId, reply.id, { deliveredAt, readAt }));
    }
  }
  return changed;
};
