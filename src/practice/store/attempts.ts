import { and, count, desc, eq, isNotNull, max } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { practiceAttempts } from './practice-attempts.table.ts';

export type AttemptRow = typeof practiceAttempts.$inferSelect;

export const insertAttempt = async (
  tx: Transaction,
  row: typeof practiceAttempts.$inferInsert,
): Promise<void> => {
  await tx.insert(practiceAttempts).values(row);
};

/** Held until the transaction ends, so that two answers at once are two turns. */
export const lockAttempt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<AttemptRow | undefined> => {
  const [row] = await tx
    .select()
    .from(practiceAttempts)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), eq(practiceAttempts.id, id)))
    .for('update');
  return row;
};

export const changeAttempt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<AttemptRow>,
): Promise<void> => {
  await tx
    .update(practiceAttempts)
    .set(change)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), eq(practiceAttempts.id, id)));
};

export const deleteAttempt = async (tx: Transaction, workspaceId: WorkspaceId, id: string): Promise<void> => {
  await tx
    .delete(practiceAttempts)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), eq(practiceAttempts.id, id)));
};

/** What one person practised, the latest first. */
export const attemptsOf = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  limit: number,
): Promise<readonly AttemptRow[]> =>
  tx
    .select()
    .from(practiceAttempts)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), eq(practiceAttempts.personId, personId)))
    .orderBy(desc(practiceAttempts.startedAt))
    .limit(limit);

/** That people practised and when they last did: no text, no ending, no score. */
export const practiceDone = (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<
  readonly { readonly personId: string; readonly finished: number; readonly lastAt: Date | null }[]
> =>
  tx
    .select({
      personId: practiceAttempts.personId,
      finished: count(practiceAttempts.finishedAt),
      lastAt: max(practiceAttempts.finishedAt),
    })
    .from(practiceAttempts)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), isNotNull(practiceAttempts.finishedAt)))
    .groupBy(practiceAttempts.personId);

/** What people chose to show. */
export const sharedAttempts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly AttemptRow[]> =>
  tx
    .select()
    .from(practiceAttempts)
    .where(and(eq(practiceAttempts.workspaceId, workspaceId), isNotNull(practiceAttempts.sharedAt)))
    .orderBy(desc(practiceAttempts.sharedAt))
    .limit(limit);
