import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { drafts } from './drafts.table.ts';

export type DraftRow = typeof drafts.$inferSelect;

const isDraft = (workspaceId: WorkspaceId, personId: PersonId, threadId: ThreadId) =>
  and(eq(drafts.workspaceId, workspaceId), eq(drafts.personId, personId), eq(drafts.threadId, threadId));

export const saveDraftRow = async (tx: Transaction, row: DraftRow): Promise<void> => {
  const { body, options, media, suggestionId, updatedAt } = row;
  await tx
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({
      target: [drafts.workspaceId, drafts.personId, drafts.threadId],
      set: { body, options, media, suggestionId, updatedAt },
    });
};

/** Begins drafts where nobody has begun one; gives those that were begun. */
export const beginDrafts = async (
  tx: Transaction,
  rows: readonly DraftRow[],
): Promise<readonly Pick<DraftRow, 'personId' | 'threadId'>[]> =>
  rows.length === 0
    ? []
    : tx
        .insert(drafts)
        .values([...rows])
        .onConflictDoNothing()
        .returning({ personId: drafts.personId, threadId: drafts.threadId });

export const deleteDraft = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
): Promise<void> => {
  await tx.delete(drafts).where(isDraft(workspaceId, personId, threadId));
};

export const readDraft = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
): Promise<DraftRow | undefined> => {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(isDraft(workspaceId, personId, threadId));
  return row;
};
