import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Conversations of these mentions that ended before `before`, and that nobody has touched, are done. */
export const settlePastThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
  before: Date,
): Promise<void> => {
  if (mentionIds.length === 0) return;
  await tx.execute(sql`
    update threads t set status = 'done', changed_by = null
    where t.workspace_id = ${workspaceId} and t.status = 'open' and t.assignee_id is null
      and t.last_activity_at < ${before.toISOString()}::timestamptz and t.version = 1
      and t.id in (select m.thread_id from thread_mentions m
        where m.workspace_id = ${workspaceId} and m.mention_id = any(${uuids(mentionIds)}))`);
};
