import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { languagePacks } from './language-packs.table.ts';

export type PackRow = typeof languagePacks.$inferSelect;
export type PackChange = Partial<Pick<PackRow, 'name' | 'sector' | 'text' | 'enabled'>>;

/** In the order in which they were made: a later pack's words come after those of an earlier. */
export const selectPacks = (tx: Transaction, workspaceId: WorkspaceId): Promise<PackRow[]> =>
  tx
    .select()
    .from(languagePacks)
    .where(eq(languagePacks.workspaceId, workspaceId))
    .orderBy(asc(languagePacks.id));

export const insertPack = async (tx: Transaction, row: PackRow): Promise<void> => {
  await tx.insert(languagePacks).values(row);
};

export const updatePack = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Omit<PackRow, 'workspaceId' | 'id'>>,
): Promise<PackRow | undefined> => {
  const [row] = await tx
    .update(languagePacks)
    .set(change)
    .where(and(eq(languagePacks.workspaceId, workspaceId), eq(languagePacks.id, id)))
    .returning();
  return row;
};

export const deletePack = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<PackRow | undefined> => {
  const [row] = await tx
    .delete(languagePacks)
    .where(and(eq(languagePacks.workspaceId, workspaceId), eq(languagePacks.id, id)))
    .returning();
  return row;
};
