import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ReplyId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** The mentions that these answers of ours came back as, those that have. */
export const readEchoes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyIds: readonly ReplyId[],
): Promise<ReadonlyMap<ReplyId, MentionId>> => {
  const { rows } = await tx.execute<{ replyId: string; mentionId: string }>(sql`
    select r.id as "replyId", m.id as "mentionId" from replies r
    join mentions m on m.workspace_id = r.workspace_id and m.connection_id = r.connection_id
      and m.native_id = r.native_id
    where r.workspace_id = ${workspaceId} and r.id = any(${uuids(replyIds)})`);
  return new Map(rows.map((row) => [row.replyId, row.mentionId]));
};
