import { and, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { connectionAuthorisations } from './connection-authorisations.table.ts';

export type Authorisation = typeof connectionAuthorisations.$inferSelect;

/** Also forgets those of the workspace that nobody came back from. */
export const insertAuthorisation = async (
  tx: Transaction,
  row: typeof connectionAuthorisations.$inferInsert,
  now: Date,
): Promise<void> => {
  await tx
    .delete(connectionAuthorisations)
    .where(
      and(
        eq(connectionAuthorisations.workspaceId, row.workspaceId),
        lt(connectionAuthorisations.expiresAt, now),
      ),
    );
  await tx.insert(connectionAuthorisations).values(row);
};

/** Takes it away: a second coming finds nothing. */
export const takeAuthorisation = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  personId: string,
): Promise<Authorisation | undefined> =>
  (
    await tx
      .delete(connectionAuthorisations)
      .where(
        and(
          eq(connectionAuthorisations.workspaceId, workspaceId),
          eq(connectionAuthorisations.id, id),
          eq(connectionAuthorisations.personId, personId),
        ),
      )
      .returning()
  )[0];
