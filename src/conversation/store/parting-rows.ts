import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Parting } from '../model/thread-plan.ts';
import { uuids } from './sql-values.ts';

/** Which of these threads a person has parted from one another. */
export const readPartings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<readonly Parting[]> => {
  const { rows } = await tx.execute<{ one: ThreadId; other: ThreadId }>(sql`
    select thread_id as one, other_id as other from thread_partings
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)})
      and other_id = any(${uuids(threadIds)})`);
  return rows.map(({ one, other }) => [one, other]);
};

/** From which others these threads were parted. */
export const readPartedFrom = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    select other_id as id from thread_partings
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)})
    union select thread_id from thread_partings
    where workspace_id = ${workspaceId} and other_id = any(${uuids(threadIds)})
    limit 200`);
  return rows.map(({ id }) => id);
};

/** From here on no shared id joins them, nor the second with what the first was parted from. */
export const partThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  otherId: ThreadId,
): Promise<void> => {
  await tx.execute(sql`
    insert into thread_partings (workspace_id, thread_id, other_id)
    select ${workspaceId}::uuid, least(p.id, ${otherId}::uuid), greatest(p.id, ${otherId}::uuid) from (
      select ${threadId}::uuid as id
      union select other_id from thread_partings where workspace_id = ${workspaceId} and thread_id = ${threadId}
      union select thread_id from thread_partings where workspace_id = ${workspaceId} and other_id = ${threadId}
    ) p where p.id <> ${otherId}::uuid
    on conflict do nothing`);
};

/** What was parted from a thread is parted from the one that it became; the two that became one no longer are. */
export const movePartings = async (tx: Transaction, workspaceId: WorkspaceId, moves: SQL): Promise<void> => {
  await tx.execute(sql`
    with gone as (
      delete from thread_partings p using ${moves}
      where p.workspace_id = ${workspaceId} and (p.thread_id = move."from" or p.other_id = move."from")
      returning case when p.thread_id = move."from" then p.other_id else p.thread_id end as other, move."into" as id
    ), moved as (
      select g.id, coalesce(m."into", g.other) as other from gone g
      left join (select move."from" as part, move."into" from ${moves}) m on m.part = g.other
    )
    insert into thread_partings (workspace_id, thread_id, other_id)
    select distinct ${workspaceId}::uuid, least(id, other), greatest(id, other) from moved where id <> other
    on conflict do nothing`);
};
