import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** Where a mention stands now: conversations become one, and questions move with what they answer. */
export const threadOfMention = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: string,
): Promise<ThreadId | undefined> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select thread_id as id from thread_mentions where workspace_id = ${workspaceId} and mention_id = ${mentionId}`);
  return rows[0]?.id;
};
