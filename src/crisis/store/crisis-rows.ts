import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { crises } from './crises.table.ts';

export type CrisisRow = typeof crises.$inferSelect;

const isOne = (workspaceId: WorkspaceId, id: string) =>
  and(eq(crises.workspaceId, workspaceId), eq(crises.id, id));

/** Whoever declares, closes or changes a crisis of this company takes turns from here to the end of the transaction. */
export const holdCrises = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 7707))`);
};

/** True from the declaration to the close: answers wait for an approver and posts are held. */
export const isCrisisOn = async (tx: Transaction, workspaceId: WorkspaceId): Promise<boolean> =>
  (await readDeclared(tx, workspaceId)) !== undefined;

export const readDeclared = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<CrisisRow | undefined> => {
  const [row] = await tx
    .select()
    .from(crises)
    .where(and(eq(crises.workspaceId, workspaceId), eq(crises.state, 'declared')));
  return row;
};

export const readCrisisRow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<CrisisRow | undefined> => {
  const [row] = await tx.select().from(crises).where(isOne(workspaceId, id));
  return row;
};

/** The latest first. */
export const readCrisisRows = (tx: Transaction, workspaceId: WorkspaceId): Promise<CrisisRow[]> =>
  tx
    .select()
    .from(crises)
    .where(eq(crises.workspaceId, workspaceId))
    .orderBy(desc(crises.proposedAt), asc(crises.id))
    .limit(100);

/** False when this alert has proposed one already. */
export const insertCrisis = async (tx: Transaction, row: typeof crises.$inferInsert): Promise<boolean> => {
  const rows = await tx.insert(crises).values(row).onConflictDoNothing().returning({ id: crises.id });
  return rows.length > 0;
};

/** Changes it if it is still as it was seen, and counts the change; undefined when somebody was quicker. */
export const changeCrisis = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, version }: { readonly id: string; readonly version: number },
  change: Partial<Omit<CrisisRow, 'workspaceId' | 'id' | 'version'>>,
): Promise<CrisisRow | undefined> => {
  const [row] = await tx
    .update(crises)
    .set({ ...change, version: version + 1 })
    .where(and(isOne(workspaceId, id), eq(crises.version, version)))
    .returning();
  return row;
};
