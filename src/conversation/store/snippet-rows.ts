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
  /** Counts every change; who changes it names the one that they saw. */
  readonly version: number;
};

export const readSnippets = (tx: Transaction, workspaceId: WorkspaceId): Promise<Snippet[]> =>
  tx
    .select({
      id: snippets.id,
      name: snippets.name,
      body: snippets.body,
      teamId: snippets.teamId,
      version: snippets.version,
    })
    .from(snippets)
    .where(eq(snippets.workspaceId, workspaceId))
    .orderBy(sql`lower(${snippets.name})`, snippets.id);

export const insertSnippet = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  snippet: Snippet,
  updatedAt: Date,
): Promise<void> => {
  await tx.insert(snippets).values({ workspaceId, ...snippet, updatedAt });
};

/** Makes `version` one more. False when it is another by now. */
export const updateSnippet = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { id, version, ...snippet }: Snippet,
  updatedAt: Date,
): Promise<boolean> => {
  const rows = await tx
    .update(snippets)
    .set({ ...snippet, version: version + 1, updatedAt })
    .where(and(eq(snippets.workspaceId, workspaceId), eq(snippets.id, id), eq(snippets.version, version)))
    .returning({ id: snippets.id });
  return rows.length > 0;
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
  readonly version: number;
};

const ofPerson = (workspaceId: WorkspaceId, personId: PersonId) =>
  and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.personId, personId));

export const readSavedViews = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Promise<SavedView[]> =>
  tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      search: savedViews.search,
      version: savedViews.version,
    })
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

/** Makes `version` one more. False when it is another by now: the same person on another screen. */
export const updateSavedView = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  { id, name, search, version }: SavedView,
): Promise<boolean> => {
  const rows = await tx
    .update(savedViews)
    .set({ name, search, version: version + 1 })
    .where(and(ofPerson(workspaceId, personId), eq(savedViews.id, id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id });
  return rows.length > 0;
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
