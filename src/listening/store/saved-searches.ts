import { and, asc, eq, or } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { savedSearches } from './saved-searches.table.ts';

export type SavedSearchRow = typeof savedSearches.$inferSelect;

/** A company keeps no more than this of one person's. */
export const MOST_SAVED = 200;

/** This person's own searches and those that are everybody's, by name. */
export const selectSavedSearches = (tx: Transaction, workspaceId: WorkspaceId, personId: string) =>
  tx
    .select()
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.workspaceId, workspaceId),
        or(eq(savedSearches.personId, personId), eq(savedSearches.isShared, true)),
      ),
    )
    .orderBy(asc(savedSearches.name), asc(savedSearches.id))
    .limit(1_000);

export const findSavedSearch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<SavedSearchRow | undefined> => {
  const [row] = await tx
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.workspaceId, workspaceId), eq(savedSearches.id, id)))
    .for('update');
  return row;
};

export const countSavedSearches = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<number> =>
  tx.$count(
    savedSearches,
    and(eq(savedSearches.workspaceId, workspaceId), eq(savedSearches.personId, personId)),
  );

export const insertSavedSearch = async (tx: Transaction, row: SavedSearchRow): Promise<void> => {
  await tx.insert(savedSearches).values(row);
};

export const updateSavedSearch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Pick<SavedSearchRow, 'name' | 'isShared' | 'search'>> & { readonly updatedAt: Date },
): Promise<void> => {
  await tx
    .update(savedSearches)
    .set(change)
    .where(and(eq(savedSearches.workspaceId, workspaceId), eq(savedSearches.id, id)));
};

export const deleteSavedSearch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<void> => {
  await tx
    .delete(savedSearches)
    .where(and(eq(savedSearches.workspaceId, workspaceId), eq(savedSearches.id, id)));
};
