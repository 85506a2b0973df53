import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { threadArrangements } from './thread-arrangements.table.ts';

export type ArrangementRow = typeof threadArrangements.$inferSelect;

const isIt = (workspaceId: WorkspaceId, id: string) =>
  and(eq(threadArrangements.workspaceId, workspaceId), eq(threadArrangements.id, id));

export const insertArrangement = async (
  tx: Transaction,
  row: typeof threadArrangements.$inferInsert,
): Promise<void> => {
  await tx.insert(threadArrangements).values(row);
};

/** Ours until the commit: two who take it back at once take turns. */
export const lockArrangement = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ArrangementRow | undefined> => {
  const [row] = await tx.select().from(threadArrangements).where(isIt(workspaceId, id)).for('update');
  return row;
};

export const markUndone = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  undoneBy: PersonId,
  undoneAt: Date,
): Promise<void> => {
  await tx.update(threadArrangements).set({ undoneAt, undoneBy }).where(isIt(workspaceId, id));
};

/** What was joined with these threads or divided off them, the latest first, without the long part of the record. */
export const listArrangements = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  limit: number,
) =>
  tx
    .select({
      id: threadArrangements.id,
      kind: threadArrangements.kind,
      threadId: threadArrangements.threadId,
      intoId: sql<ThreadId | null>`${threadArrangements.record}->>'intoId'`,
      partIds: sql<
        readonly ThreadId[] | null
      >`jsonb_path_query_array(${threadArrangements.record}, '$.parts[*].threadId')`,
      personId: threadArrangements.personId,
      createdAt: threadArrangements.createdAt,
      undoneAt: threadArrangements.undoneAt,
    })
    .from(threadArrangements)
    .where(
      and(
        eq(threadArrangements.workspaceId, workspaceId),
        inArray(threadArrangements.threadId, [...threadIds]),
      ),
    )
    .orderBy(desc(threadArrangements.createdAt), desc(threadArrangements.id))
    .limit(limit);

/** Ids of threads that have become part of this one. */
export const readJoinedInto = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    with recursive parts(id) as (
      select ${threadId}::uuid
      union
      select r.thread_id from parts join thread_redirects r
        on r.workspace_id = ${workspaceId} and r.into_id = parts.id
    )
    select id from parts limit 200`);
  return rows.map(({ id }) => id);
};
