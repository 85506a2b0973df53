import { createHash } from 'node:crypto';
import type { RawItem } from '../../channels/events.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { failedItems } from './failed-items.table.ts';

export const writeFailedItems = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  items: readonly { readonly raw: RawItem; readonly reason: string }[],
  failedAt: Date,
): Promise<void> => {
  if (items.length === 0) return;
  await tx
    .insert(failedItems)
    .values(
      items.map(({ raw, reason }) => ({
        workspaceId,
        connectionId,
        digest: createHash('sha256').update(`${raw.nativeId}\n${raw.revision}`).digest('hex'),
        reason,
        failedAt,
      })),
    )
    .onConflictDoNothing();
};
