import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { notes } from './notes.table.ts';

export type NoteRow = typeof notes.$inferSelect;

export const insertNote = async (tx: Transaction, row: typeof notes.$inferInsert): Promise<void> => {
  await tx.insert(notes).values(row);
};

export const lockNote = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<NoteRow | undefined> => {
  const [row] = await tx
    .select()
    .from(notes)
    .where(and(eq(notes.workspaceId, workspaceId), eq(notes.id, id), isNull(notes.removedAt)))
    .for('update');
  return row;
};

/** Its words are gone; that there was a note stays. */
export const emptyNote = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  removedAt: Date,
): Promise<void> => {
  await tx
    .update(notes)
    .set({ body: '', removedAt })
    .where(and(eq(notes.workspaceId, workspaceId), eq(notes.id, id)));
};

export const readNotes = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<NoteRow[]> =>
  tx
    .select()
    .from(notes)
    .where(and(eq(notes.workspaceId, workspaceId), eq(notes.threadId, threadId), isNull(notes.removedAt)))
    .orderBy(asc(notes.createdAt), asc(notes.id))
    .limit(500);
