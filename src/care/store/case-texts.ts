import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { caseStories, caseTexts } from './case-parts.table.ts';

/** Keeps what somebody wrote; null when they wrote nothing. Gives its id. */
export const insertText = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
  body: string,
  now: Date,
): Promise<string | null> => {
  if (body.trim() === '') return null;
  const id = newId();
  await tx.insert(caseTexts).values({ workspaceId, id, caseId, body: body.trim(), createdAt: now });
  return id;
};

export const readTexts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .select({ id: caseTexts.id, body: caseTexts.body })
    .from(caseTexts)
    .where(and(eq(caseTexts.workspaceId, workspaceId), eq(caseTexts.caseId, caseId)));
  return new Map(rows.map(({ id, body }) => [id, body]));
};

export const deleteTexts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseIds: readonly string[],
): Promise<void> => {
  await tx
    .delete(caseTexts)
    .where(and(eq(caseTexts.workspaceId, workspaceId), inArray(caseTexts.caseId, [...caseIds])));
};

export type Story = typeof caseStories.$inferSelect;

export const findStory = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseId: string,
): Promise<Story | undefined> => {
  const [row] = await tx
    .select()
    .from(caseStories)
    .where(and(eq(caseStories.workspaceId, workspaceId), eq(caseStories.caseId, caseId)))
    .for('update');
  return row;
};

export const saveStory = async (tx: Transaction, story: Story): Promise<void> => {
  await tx
    .insert(caseStories)
    .values(story)
    .onConflictDoUpdate({ target: [caseStories.workspaceId, caseStories.caseId], set: story });
};

/** The stories of these cases are no longer told, and their words are gone. */
export const withdrawStories = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseIds: readonly string[],
  now: Date,
): Promise<void> => {
  await tx
    .update(caseStories)
    .set({ state: 'withdrawn', withdrawnFor: 'person-erased', italian: '', english: '', updatedAt: now })
    .where(and(eq(caseStories.workspaceId, workspaceId), inArray(caseStories.caseId, [...caseIds])));
};
