import type { Transaction } from '../../platform/db/database.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { hashSecret } from '../model/hash-secret.ts';
import { invitationState } from '../model/invitation-state.ts';
import { findInvitationBySecret, type InvitationRow } from '../store/invitations.ts';
import { findUserByEmail } from '../store/users.ts';
import type { Context } from './context.ts';

export type ClosedInvitation =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invitation-accepted' }
  | { readonly kind: 'invitation-withdrawn' }
  | { readonly kind: 'invitation-expired' };

/** The open invitation of a link. `locked` keeps others from accepting it until our transaction ends. */
export const openInvitation = async (
  tx: Transaction,
  secret: string,
  now: Date,
  options: { readonly locked: boolean },
): Promise<Result<InvitationRow, ClosedInvitation>> => {
  const invitation = await findInvitationBySecret(tx, hashSecret(secret), options);
  if (!invitation) return err({ kind: 'not-found' });
  const state = invitationState(invitation, now);
  return state === 'open' ? ok(invitation) : err({ kind: `invitation-${state}` });
};

/** What whoever holds the link may know before accepting. */
export const readInvitation = (
  { database, clock }: Context,
  secret: string,
): Promise<Result<InvitationRow & { readonly hasAccount: boolean }, ClosedInvitation>> =>
  database.asInstallation(async (tx) => {
    const found = await openInvitation(tx, secret, clock.now(), { locked: false });
    if (!found.ok) return found;
    const hasAccount = (await findUserByEmail(tx, found.value.email)) !== null;
    return ok({ ...found.value, hasAccount });
  });
