import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { relationImports } from './relation-imports.table.ts';
import { uuids } from './sql-values.ts';

type ImportRow = typeof relationImports.$inferSelect;

export const saveImport = async (
  tx: Transaction,
  row: Omit<ImportRow, 'undoneAt' | 'undoneBy' | 'contactIds' | 'sourceKeys'> & {
    readonly contactIds: readonly string[];
    readonly sourceKeys: readonly string[];
  },
): Promise<void> => {
  await tx
    .insert(relationImports)
    .values({ ...row, contactIds: [...row.contactIds], sourceKeys: [...row.sourceKeys] });
};

/** The latest, without all that they made. */
export const readImports = (tx: Transaction, workspaceId: WorkspaceId, limit: number) =>
  tx
    .select({
      id: relationImports.id,
      at: relationImports.at,
      name: relationImports.name,
      format: relationImports.format,
      kind: relationImports.kind,
      added: relationImports.added,
      undoneAt: relationImports.undoneAt,
    })
    .from(relationImports)
    .where(eq(relationImports.workspaceId, workspaceId))
    .orderBy(desc(relationImports.at), desc(relationImports.id))
    .limit(limit);

const one = (workspaceId: WorkspaceId, id: string) =>
  and(eq(relationImports.workspaceId, workspaceId), eq(relationImports.id, id));

export const holdImport = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ImportRow | undefined> => {
  const [row] = await tx.select().from(relationImports).where(one(workspaceId, id)).for('update');
  return row;
};

/** It is taken back: of whom it was is no longer kept. */
export const noteUndone = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  undone: { readonly undoneAt: Date; readonly undoneBy: string },
): Promise<void> => {
  await tx
    .update(relationImports)
    .set({ ...undone, contactIds: [], sourceKeys: [] })
    .where(one(workspaceId, id));
};

/**
 * Of these people those of whom nothing is known but the list that brought them: who never spoke, whom nobody met, merged, gave
 * anything or wrote anything about since.
 */
export const readUntouched = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${uuids(contactIds)}) and c.merged_into is null
      and c.consent = 'unknown' and c.heard_at is null and c.updated_at = c.created_at
      and not exists (select from gifts g where g.workspace_id = ${workspaceId} and g.contact_id = c.id)
      and not exists (select from contact_merges m where m.workspace_id = ${workspaceId} and m.kept_id = c.id)
      and not exists (select from identities i
        join interactions x on x.workspace_id = ${workspaceId} and i.id in (x.from_identity, x.to_identity)
        where i.workspace_id = ${workspaceId} and i.contact_id = c.id)
      and not exists (select from identities i
        where i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.author_id is not null)`);
  return rows.map(({ id }) => id);
};
