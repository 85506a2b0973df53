import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Role } from '../model/policy.ts';
import { memberships } from './memberships.table.ts';
import { users } from './users.table.ts';

export type MemberRow = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
};

const current = (workspaceId: WorkspaceId) =>
  and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt));

/** Whoever belongs to the company now, the longest there first. */
export const selectMembers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly MemberRow[]> => {
  const rows = await tx
    .select({
      personId: memberships.personId,
      name: users.name,
      email: users.email,
      roles: memberships.roles,
      createdAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.personId))
    .where(current(workspaceId))
    .orderBy(asc(memberships.createdAt), asc(memberships.personId));
  return rows.map((row) => ({ ...row, roles: row.roles as Role[] }));
};

/** Names of people who belong or belonged to the company. */
export const selectMemberNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly PersonId[],
): Promise<readonly { readonly personId: PersonId; readonly name: string }[]> =>
  ids.length === 0
    ? []
    : tx
        .select({ personId: memberships.personId, name: users.name })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.personId))
        .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.personId, [...ids])));

/** The roles that a person holds in a company now; null when they do not belong to it. Needs no transaction: it says itself what it sees. */
export const findRoles = async (
  installation: Pick<Transaction, 'execute'>,
  workspaceId: WorkspaceId,
  personId: PersonId,
): Promise<readonly Role[] | null> => {
  const { rows } = await installation.execute<{ roles: Role[] | null }>(
    sql`${kept} select passaparola_roles(${workspaceId}::uuid, ${personId}::uuid) as roles`,
  );
  return rows[0]?.roles ?? null;
};

/** Takes a person in, or back in after they had left. */
export const upsertMembership = async (
  tx: Transaction,
  place: {
    readonly workspaceId: WorkspaceId;
    readonly personId: PersonId;
    readonly roles: readonly Role[];
  },
  now: Date,
): Promise<void> => {
  const roles = [...place.roles];
  await tx
    .insert(memberships)
    .values({ ...place, roles, createdAt: now })
    .onConflictDoUpdate({
      target: [memberships.workspaceId, memberships.personId],
      set: { roles, endedAt: null },
    });
};

export const updateRoles = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  roles: readonly Role[],
): Promise<void> => {
  await tx
    .update(memberships)
    .set({ roles: [...roles] })
    .where(and(current(workspaceId), eq(memberships.personId, personId)));
};

export const endMembershipRow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  now: Date,
): Promise<void> => {
  await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(and(current(workspaceId), eq(memberships.personId, personId)));
};
