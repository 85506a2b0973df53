import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** Which thread an old id stands for now; the id itself when it never became part of another. */
export const currentThreadOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<ThreadId> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    with recursive way(id, steps) as (
      select ${threadId}::uuid, 0
      union all
      select r.into_id, way.steps + 1 from way
      join thread_redirects r on r.workspace_id = ${workspaceId} and r.thread_id = way.id
      where way.steps < 1000
    )
    select id from way order by steps desc limit 1`);
  return rows[0]?.id ?? threadId;
};

/** Of each thread that ends, where to look from now on. */
export const leaveRedirects = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  moves: SQL,
): Promise<void> => {
  await tx.execute(sql`
    insert into thread_redirects (workspace_id, thread_id, into_id)
    select ${workspaceId}::uuid, move."from", move."into" from ${moves}
    on conflict (workspace_id, thread_id) do update set into_id = excluded.into_id`);
};

/** This thread is itself again. */
export const dropRedirect = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<void> => {
  await tx.execute(sql`
    delete from thread_redirects where workspace_id = ${workspaceId} and thread_id = ${threadId}`);
};
