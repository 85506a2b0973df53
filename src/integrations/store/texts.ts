import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** What we answered, as it is kept now. */
export const readReplyText = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyId: string,
): Promise<{ readonly body: string; readonly url: string | null } | undefined> => {
  const { rows } = await tx.execute<{ body: string; url: string | null }>(sql`
    select body, url from replies where workspace_id = ${workspaceId} and id = ${replyId}`);
  return rows[0];
};

/** What a conversation is about, as the inbox shows it. */
export const readThreadText = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: string,
): Promise<{ readonly subject: string | null; readonly preview: string | null } | undefined> => {
  const { rows } = await tx.execute<{ subject: string | null; preview: string | null }>(sql`
    select subject, preview from threads where workspace_id = ${workspaceId} and id = ${threadId}`);
  return rows[0];
};
