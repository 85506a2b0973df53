import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** A thread with all those that became part of it, and of them: what was written down under their ids is found beneath it. */
export const withFormerThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    with recursive part(id) as (
      select ${threadId}::uuid
      union
      select r.thread_id from part
      join thread_redirects r on r.workspace_id = ${workspaceId} and r.into_id = part.id
    )
    select id from part limit 10000`);
  return rows.map(({ id }) => id);
};

/** Of each of these threads that became part of another, which one it is now; those that did not are left out. */
export const movedThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, ThreadId>> => {
  if (threadIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ from: ThreadId; into: ThreadId }>(sql`
    with recursive way("from", id, steps) as (
      select r.thread_id, r.into_id, 1 from thread_redirects r
      where r.workspace_id = ${workspaceId} and r.thread_id = any(${uuids(threadIds)})
      union all
      select way."from", r.into_id, way.steps + 1 from way
      join thread_redirects r on r.workspace_id = ${workspaceId} and r.thread_id = way.id
      where way.steps < 1000
    )
    select distinct on ("from") "from", id as "into" from way order by "from", steps desc`);
  return new Map(rows.map(({ from, into }) => [from, into]));
};
