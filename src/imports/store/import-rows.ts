import { and, asc, count, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { ImportTrouble } from '../model/import-look.ts';
import type { ImportState } from '../model/import-state.ts';
import { importItems } from './import-items.table.ts';
import { importTroubles } from './import-troubles.table.ts';
import { imports } from './imports.table.ts';

export type ImportRecord = typeof imports.$inferSelect;
export type ImportChange = Partial<Omit<typeof imports.$inferInsert, 'workspaceId' | 'id'>>;

const isImport = (workspaceId: WorkspaceId, id: string) =>
  and(eq(imports.workspaceId, workspaceId), eq(imports.id, id));

export const insertImport = (tx: Transaction, row: typeof imports.$inferInsert) =>
  tx.insert(imports).values(row);

export const listImports = (tx: Transaction, workspaceId: WorkspaceId): Promise<ImportRecord[]> =>
  tx.select().from(imports).where(eq(imports.workspaceId, workspaceId)).orderBy(desc(imports.id)).limit(100);

export const readImport = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ImportRecord | undefined> => {
  const [row] = await tx.select().from(imports).where(isImport(workspaceId, id));
  return row;
};

/** Changes it only while it is still in one of these states (and, when said, at this place); undefined when it is not. */
export const changeImport = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  while_: { readonly states: readonly ImportState[]; readonly cursor?: number; readonly received?: number },
  change: ImportChange,
): Promise<ImportRecord | undefined> => {
  const [row] = await tx
    .update(imports)
    .set(change)
    .where(
      and(
        isImport(workspaceId, id),
        inArray(imports.state, [...while_.states]),
        ...(while_.cursor === undefined ? [] : [eq(imports.cursor, while_.cursor)]),
        ...(while_.received === undefined ? [] : [eq(imports.received, while_.received)]),
      ),
    )
    .returning();
  return row;
};

/** How many of a workspace are not over. */
export const countOpen = async (tx: Transaction, workspaceId: WorkspaceId): Promise<number> => {
  const open: ImportState[] = ['receiving', 'ready', 'looking', 'running', 'paused'];
  const [row] = await tx
    .select({ open: count() })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), inArray(imports.state, open)));
  return row?.open ?? 0;
};

/** Of all workspaces: those that nobody went on with since `before`. */
export const selectForsaken = (tx: Transaction, before: Date) =>
  tx
    .select({ workspaceId: imports.workspaceId, id: imports.id })
    .from(imports)
    .where(and(inArray(imports.state, ['receiving', 'ready']), lt(imports.createdAt, before)))
    .limit(1_000);

/** Counts what a part of a batch brought. */
export const addCounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  counts: { readonly brought: number; readonly known: number },
): Promise<void> => {
  await tx
    .update(imports)
    .set({ brought: sql`brought + ${counts.brought}`, known: sql`known + ${counts.known}` })
    .where(isImport(workspaceId, id));
};

export const insertItems = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  importId: string,
  mentionIds: readonly MentionId[],
): Promise<void> => {
  if (mentionIds.length === 0) return;
  await tx
    .insert(importItems)
    .values(mentionIds.map((mentionId) => ({ workspaceId, importId, mentionId })))
    .onConflictDoNothing();
};

/** Takes the next of what an import brought off its list. */
export const takeItems = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  importId: string,
  limit: number,
): Promise<readonly MentionId[]> => {
  const { rows } = await tx.execute<{ id: MentionId }>(sql`
    delete from import_items where (workspace_id, import_id, mention_id) in (
      select workspace_id, import_id, mention_id from import_items
       where workspace_id = ${workspaceId} and import_id = ${importId} order by mention_id limit ${limit})
    returning mention_id as id`);
  return rows.map(({ id }) => id);
};

/** Only the first are kept. */
const MOST_TROUBLES = 1_000;

export const insertTroubles = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  importId: string,
  refusedBefore: number,
  troubles: readonly (ImportTrouble & { readonly place: number })[],
): Promise<void> => {
  const kept = troubles.slice(0, Math.max(0, MOST_TROUBLES - refusedBefore));
  if (kept.length === 0) return;
  await tx
    .insert(importTroubles)
    .values(kept.map((trouble) => ({ workspaceId, importId, ...trouble })))
    .onConflictDoNothing();
};

export const readTroubles = (tx: Transaction, workspaceId: WorkspaceId, importId: string) =>
  tx
    .select({ file: importTroubles.file, line: importTroubles.line, trouble: importTroubles.trouble })
    .from(importTroubles)
    .where(and(eq(importTroubles.workspaceId, workspaceId), eq(importTroubles.importId, importId)))
    .orderBy(asc(importTroubles.place))
    .limit(MOST_TROUBLES);

export const deleteTroubles = (tx: Transaction, workspaceId: WorkspaceId, importId: string) =>
  tx
    .delete(importTroubles)
    .where(and(eq(importTroubles.workspaceId, workspaceId), eq(importTroubles.importId, importId)));
