import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
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

export type Following = { readonly threadId: ThreadId; readonly personId: PersonId };

/** The same for many. */
export const followAll = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  pairs: readonly Following[],
  createdAt: Date,
): Promise<void> => {
  if (pairs.length === 0) return;
  const rows = pairs.map((pair) => ({ workspaceId, ...pair, createdAt }));
  await tx.insert(threadFollowers).values(rows).onConflictDoNothing();
};

export const unfollowAll = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  pairs: readonly Following[],
): Promise<void> => {
  if (pairs.length === 0) return;
  await tx.execute(sql`
    delete from thread_followers f using ${rowsOf(pairs, { threadId: 'uuid', personId: 'uuid' })}
    where f.workspace_id = ${workspaceId} and f.thread_id = r."threadId" and f.person_id = r."personId"`);
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
