import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { contactMerges, dismissedSuggestions } from './contact-merges.table.ts';
import { uuids } from './sql-values.ts';

export type MergeRow = typeof contactMerges.$inferSelect;

export const insertMerge = async (tx: Transaction, row: MergeRow): Promise<void> => {
  await tx.insert(contactMerges).values(row);
};

export const readMerge = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<MergeRow | undefined> => {
  const [row] = await tx
    .select()
    .from(contactMerges)
    .where(and(eq(contactMerges.workspaceId, workspaceId), eq(contactMerges.id, id)))
    .for('update');
  return row;
};

export const markUndone = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  undone: { readonly undoneAt: Date; readonly undoneBy: string },
): Promise<void> => {
  await tx
    .update(contactMerges)
    .set(undone)
    .where(and(eq(contactMerges.workspaceId, workspaceId), eq(contactMerges.id, id)));
};

/** What was made part of somebody, or they of another, the latest first, with the name that the absorbed had. */
export const readMerges = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<readonly (MergeRow & { readonly absorbedName: string | null })[]> => {
  const rows = await tx
    .select()
    .from(contactMerges)
    .where(
      and(
        eq(contactMerges.workspaceId, workspaceId),
        or(eq(contactMerges.keptId, contactId), eq(contactMerges.absorbedId, contactId)),
      ),
    )
    .orderBy(desc(contactMerges.at))
    .limit(50);
  const { rows: names } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from contacts
    where workspace_id = ${workspaceId} and id = any(${uuids(rows.map(({ absorbedId }) => absorbedId))})`);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, absorbedName: nameOf.get(row.absorbedId) ?? null }));
};

/** Moves accounts to a person; gives back those that moved. */
export const moveAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  from: string,
  to: string,
  only?: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update identities set contact_id = ${to} where workspace_id = ${workspaceId} and contact_id = ${from}
      ${only ? sql`and id = any(${uuids(only)})` : sql``}
    returning id`);
  return rows.map(({ id }) => id);
};

/** A later merge that took the kept one away in turn must be undone first. */
export const isAbsorbedSince = async (
  tx: Transaction,
  { workspaceId, keptId, at }: MergeRow,
): Promise<boolean> => {
  const [later] = await tx
    .select({ id: contactMerges.id })
    .from(contactMerges)
    .where(
      and(
        eq(contactMerges.workspaceId, workspaceId),
        eq(contactMerges.absorbedId, keptId),
        isNull(contactMerges.undoneAt),
        sql`${contactMerges.at} >= ${at.toISOString()}::timestamptz`,
      ),
    );
  return later !== undefined;
};

export const dismiss = async (
  tx: Transaction,
  row: typeof dismissedSuggestions.$inferInsert,
): Promise<void> => {
  await tx.insert(dismissedSuggestions).values(row).onConflictDoNothing();
};
