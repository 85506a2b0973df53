import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Within how many working minutes these shall hear from us, where a rule said so. */
export const readWithin = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, number>> => {
  const { rows } = await tx.execute<{ id: ThreadId; within: number }>(sql`
    select id, answer_within as within from threads
    where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)}) and answer_within is not null`);
  return new Map(rows.map(({ id, within }) => [id, within]));
};
