import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { threadFollowers } from './thread-followers.table.ts';

/** Following twice is following once. */
export const addFollowers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  personIds: readonly PersonId[],
  createdAt: Date,
): Promise<void> => {
  if (personIds.length === 0) return;
  const rows = personIds.map((personId) => ({ workspaceId, threadId, personId, createdAt }));
  await tx.insert(threadFollowers).values(rows).onConflictDoNothing();
};

export const removeFollower = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  personId: PersonId,
): Promise<void> => {
  await tx
    .delete(threadFollowers)
    .where(
      and(
        eq(threadFollowers.workspaceId, workspaceId),
        eq(threadFollowers.threadId, threadId),
        eq(threadFollowers.personId, personId),
      ),
    );
};

export const readFollowers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly PersonId[]> => {
  const rows = await tx
    .select({ personId: threadFollowers.personId })
    .from(threadFollowers)
    .where(and(eq(threadFollowers.workspaceId, workspaceId), eq(threadFollowers.threadId, threadId)))
    .orderBy(threadFollowers.createdAt, threadFollowers.personId);
  return rows.map(({ personId }) => personId);
};
