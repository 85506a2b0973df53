import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { findReports, type KeptReport } from './reports.ts';

/**
 * Reports on what stands in this conversation: they go with what they are about when conversations are joined or divided, and come back
 * when that is taken back. Where nothing of it stands anywhere any more, they stay where they were opened.
 */
export const reportsOfThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: string,
): Promise<readonly KeptReport[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select e.report_id as id from thread_mentions x
    join evidence e on e.workspace_id = x.workspace_id and e.mention_id = x.mention_id
    where x.workspace_id = ${workspaceId} and x.thread_id = ${threadId}
    union
    select r.id from protection_reports r where r.workspace_id = ${workspaceId} and r.thread_id = ${threadId}
      and not exists (select from evidence e
        join thread_mentions x on x.workspace_id = e.workspace_id and x.mention_id = e.mention_id
        where e.workspace_id = r.workspace_id and e.report_id = r.id)`);
  return rows.length === 0
    ? []
    : findReports(
        tx,
        workspaceId,
        rows.map(({ id }) => id),
      );
};

/** Where what these reports are about stands now; those of which nothing stands anywhere are left out. */
export const threadsOfReports = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (reportIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; threadId: string }>(sql`
    select distinct on (e.report_id) e.report_id as id, x.thread_id as "threadId" from evidence e
    join thread_mentions x on x.workspace_id = e.workspace_id and x.mention_id = e.mention_id
    where e.workspace_id = ${workspaceId} and e.report_id = any(${sql.param([...reportIds])}::uuid[])
    order by e.report_id, e.collected_at desc`);
  return new Map(rows.map(({ id, threadId }) => [id, threadId]));
};
