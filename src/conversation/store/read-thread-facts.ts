import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

export type ThreadFacts = { readonly assigneeId: PersonId | null; readonly isDone: boolean };

/** In whose hands conversations are, and which of them somebody said are over: for the rooms beside. */
export const readThreadFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, ThreadFacts>> => {
  const { rows } = await tx.execute<ThreadFacts & { id: ThreadId }>(sql`
    select id, assignee_id as "assigneeId", status = 'done' as "isDone" from threads
    where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)})`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
};
