import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, WorkspaceId } from '../../platform/ids.ts';
import { mentions } from './mentions.table.ts';

/** By which connection something came: what its channel gives only to us is asked of that one. */
export const connectionOfMention = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
): Promise<ConnectionId | undefined> => {
  const [found] = await tx
    .select({ connectionId: mentions.connectionId })
    .from(mentions)
    .where(and(eq(mentions.workspaceId, workspaceId), eq(mentions.id, mentionId)));
  return found?.connectionId as ConnectionId | undefined;
};
