import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { Role } from '../model/policy.ts';
import { invitations } from './invitations.table.ts';
import { workspaces } from './workspaces.table.ts';

export type InvitationRow = {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  readonly company: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly invitedBy: PersonId;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

export const insertInvitation = async (
  tx: Transaction,
  invitation: typeof invitations.$inferInsert,
): Promise<void> => {
  await tx.insert(invitations).values(invitation);
};

/**
 * The invitation of a link, whatever its state; null when there is none. Needs a transaction over the whole
 * installation, because the link does not name its workspace. `locked` makes a second acceptance wait for the first.
 */
export const findInvitationBySecret = async (
  tx: Transaction,
  secretHash: string,
  options: { readonly locked: boolean },
): Promise<InvitationRow | null> => {
  const query = tx
    .select({
      workspaceId: invitations.workspaceId,
      id: invitations.id,
      company: workspaces.name,
      email: invitations.email,
      roles: invitations.roles,
      invitedBy: invitations.invitedBy,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.secretHash, secretHash))
    .limit(1);
  const [found] = await (options.locked ? query.for('update', { of: invitations }) : query);
  return found ? { ...found, roles: found.roles as Role[] } : null;
};

/** Invitations that may still be accepted, the latest first. */
export const selectOpenInvitations = async (tx: Transaction, workspaceId: WorkspaceId, now: Date) => {
  const rows = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      roles: invitations.roles,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(open(workspaceId), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.id));
  return rows.map((row) => ({ ...row, roles: row.roles as Role[] }));
};

/** False when it is not open (any more). */
export const withdrawInvitationRow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<boolean> => {
  const changed = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(open(workspaceId), eq(invitations.id, id)))
    .returning({ id: invitations.id });
  return changed.length > 0;
};

/** A new invitation replaces the earlier ones to the same address. */
export const withdrawInvitationsTo = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  email: string,
  now: Date,
): Promise<void> => {
  await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(open(workspaceId), eq(invitations.email, email)));
};

export const markAccepted = async (
  tx: Transaction,
  invitation: Pick<InvitationRow, 'workspaceId' | 'id'>,
  now: Date,
): Promise<void> => {
  await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.workspaceId, invitation.workspaceId), eq(invitations.id, invitation.id)));
};

const open = (workspaceId: WorkspaceId) =>
  and(
    eq(invitations.workspaceId, workspaceId),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
  );
