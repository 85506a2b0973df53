import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Person } from '../model/person.ts';
import type { Role } from '../model/policy.ts';
import { apiKeys } from './api-keys.table.ts';
import { memberships } from './memberships.table.ts';
import { users } from './users.table.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

export const insertApiKey = async (tx: Transaction, row: typeof apiKeys.$inferInsert): Promise<void> => {
  await tx.insert(apiKeys).values(row);
};

/** The keys of a company, the newest first; those of one person when named. */
export const selectApiKeys = (tx: Transaction, workspaceId: WorkspaceId, personId?: PersonId) =>
  tx
    .select({ key: apiKeys, personName: users.name })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.personId))
    .where(and(eq(apiKeys.workspaceId, workspaceId), personId ? eq(apiKeys.personId, personId) : undefined))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(200);

/** Held until the transaction ends; null when there is none. */
export const lockApiKey = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ApiKeyRow | null> => {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)))
    .for('update');
  return row ?? null;
};

export const updateApiKey = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Omit<ApiKeyRow, 'workspaceId' | 'id'>>,
): Promise<void> => {
  await tx
    .update(apiKeys)
    .set(change)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
};

/** Whoever leaves the company leaves their keys behind, dead. */
export const revokeKeysOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  now: Date,
): Promise<void> => {
  await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(
      and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.personId, personId), isNull(apiKeys.revokedAt)),
    );
};

export type UsableKey = {
  readonly key: ApiKeyRow;
  readonly person: Person;
  readonly roles: readonly Role[];
};

/** The key of this digest with whose it is, in whatever company; null when it is unknown, ended, revoked, or its person has left. */
export const findUsableKey = async (tx: Transaction, hash: string, now: Date): Promise<UsableKey | null> => {
  const [row] = await tx
    .select({ key: apiKeys, user: users, roles: memberships.roles })
    .from(apiKeys)
    .innerJoin(
      memberships,
      and(
        eq(memberships.workspaceId, apiKeys.workspaceId),
        eq(memberships.personId, apiKeys.personId),
        isNull(memberships.endedAt),
      ),
    )
    .innerJoin(users, eq(users.id, apiKeys.personId))
    .where(
      and(
        or(eq(apiKeys.secretHash, hash), and(eq(apiKeys.previousHash, hash), gt(apiKeys.previousUntil, now))),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, now),
      ),
    )
    .limit(1);
  if (!row) return null;
  const { id, name, email, language, timeZone, theme, density, twoFactorEnabled } = row.user;
  const person = {
    id,
    name,
    email,
    language,
    timeZone,
    theme,
    density,
    twoFactor: twoFactorEnabled === true,
  };
  return { key: row.key, person, roles: row.roles as Role[] };
};

/** Keys of every company that end before then. */
export const selectEndingKeys = (tx: Transaction, now: Date, before: Date) =>
  tx
    .select({ workspaceId: apiKeys.workspaceId, id: apiKeys.id })
    .from(apiKeys)
    .where(and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now), lt(apiKeys.expiresAt, before)));

/** Once a minute at most, so that a busy key writes no row a request. */
export const noteKeyUse = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> => {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKeys.workspaceId, workspaceId),
        eq(apiKeys.id, id),
        or(
          isNull(apiKeys.lastUsedAt),
          lt(apiKeys.lastUsedAt, sql`${now.toISOString()}::timestamptz - interval '1 minute'`),
        ),
      ),
    );
};
