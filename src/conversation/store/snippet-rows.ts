import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { savedViews } from './saved-views.table.ts';
import { snippets } from './snippets.table.ts';

export type Snippet = {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  /** For one team only; null: for everybody. */
  readonly teamId: string | null;
};

export const readSnippets = (tx: Transaction, workspaceId: WorkspaceId): Promise<Snippet[]> =>
  tx
    .select({ id: snippets.id, name: snippets.name, body: snippets.body, teamId: snippets.teamId })
    .from(snippets)
    .where(eq(snippets.workspaceId, workspaceId))
    .orderBy(sql`lower(${snippets.name})`, snippets.id);

/** New, or as it is from now on. */
export const saveSnippet = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, ...snippet }: Snippet,
  updatedAt: Date,
): Promise<void> => {
  const set = { ...snippet, updatedAt };
  await tx
    .insert(snippets)
    .values({ workspaceId, id, ...set })
    .onConflictDoUpdate({ target: [snippets.workspaceId, snippets.id], set });
};

/** False when there was none. */
export const deleteSnippet = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  const rows = await tx
    .delete(snippets)
    .where(and(eq(snippets.workspaceId, workspaceId), eq(snippets.id, id)))
    .returning({ id: snippets.id });
  return rows.length > 0;
};

export type SavedView = {
  readonly id: string;
  readonly name: string;
  /** What stands in the address. */
  readonly search: Readonly<Record<string, string>>;
};

const ofPerson = (workspaceId: WorkspaceId, personId: PersonId) =>
  and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.personId, personId));

export const readSavedViews = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Promise<SavedView[]> =>
  tx
    .select({ id: savedViews.id, name: savedViews.name, search: savedViews.search })
    .from(savedViews)
    .where(ofPerson(workspaceId, personId))
    .orderBy(sql`lower(${savedViews.name})`, savedViews.id);

export const insertSavedView = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  view: SavedView,
  createdAt: Date,
): Promise<void> => {
  await tx.insert(savedViews).values({ workspaceId, personId, ...view, createdAt });
};

/** False when there was none of theirs. */
export const deleteSavedView = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  id: string,
): Promise<boolean> => {
  const rows = await tx
    .delete(savedViews)
    .where(and(ofPerson(workspaceId, personId), eq(savedViews.id, id)))
    .returning({ id: savedViews.id });
  return rows.length > 0;
};
