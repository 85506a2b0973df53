import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Gravity } from '../model/answer-target.ts';
import { uuids } from './sql-values.ts';

export type GravityMark = { readonly threadId: ThreadId; readonly gravity: Gravity | null };

/** How grave what is told in these threads is from now on. Gives those for which it was otherwise. */
export const saveGravities = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  marks: readonly GravityMark[],
): Promise<readonly ThreadId[]> => {
  if (marks.length === 0) return [];
  const threadIds = marks.map(({ threadId }) => threadId);
  // In one order for everybody, so that no two wait for each other.
  await tx.execute(sql`
    select 1 from threads where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)}) order by id for update`);
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    update threads t set gravity = r.gravity from ${rowsOf(marks, { threadId: 'uuid', gravity: 'integer' })}
    where t.workspace_id = ${workspaceId} and t.id = r."threadId" and t.gravity is distinct from r.gravity
    returning t.id`);
  return rows.map(({ id }) => id);
};
