import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { memberships } from './memberships.table.ts';
import { sessions } from './sessions.table.ts';

/** Where a person is signed in now, the latest used first. */
export const selectSessions = (tx: Pick<Transaction, 'select'>, personId: PersonId, now: Date) =>
  tx
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.updatedAt,
      expiresAt: sessions.expiresAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt))
    .limit(100);

/** False when the person has no such session. */
export const deleteSession = async (
  tx: Pick<Transaction, 'delete'>,
  personId: PersonId,
  sessionId: string,
): Promise<boolean> => {
  const deleted = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), eq(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  return deleted.length > 0;
};

/** Whether the session still stands and its person still belongs to the workspace. */
export const sessionHoldsMembership = async (
  tx: Transaction,
  key: { readonly workspaceId: WorkspaceId; readonly personId: PersonId; readonly sessionId: string },
  now: Date,
): Promise<boolean> => {
  const found = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(memberships, eq(memberships.personId, sessions.userId))
    .where(
      and(
        eq(memberships.workspaceId, key.workspaceId),
        eq(memberships.personId, key.personId),
        isNull(memberships.endedAt),
        eq(sessions.id, key.sessionId),
        gt(sessions.expiresAt, now),
      ),
    )
    .limit(1);
  return found.length > 0;
};

/** Signs a person out everywhere. */
export const deleteSessionsOf = async (tx: Transaction, personId: PersonId): Promise<void> => {
  await tx.delete(sessions).where(eq(sessions.userId, personId));
};
