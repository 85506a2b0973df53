import { newId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Member } from '../model/actor.ts';
import { hashSecret } from '../model/hash-secret.ts';
import { invitationExpiry } from '../model/invitation-state.ts';
import { normaliseEmail } from '../model/person.ts';
import type { Role } from '../model/policy.ts';
import { insertInvitation, withdrawInvitationsTo } from '../store/invitations.ts';
import { selectMembers } from '../store/memberships.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { newSecret } from './new-secret.ts';

export type Invited = {
  readonly id: string;
  /** Shown once, in the link; only its hash is kept. */
  readonly secret: string;
  readonly email: string;
  readonly expiresAt: Date;
};

/** Offers a place to an address; an earlier open offer to the same address is replaced. */
export const invite = (
  { database, clock }: Context,
  actor: Member,
  input: { readonly email: string; readonly roles: readonly Role[] },
): Promise<Result<Invited, { readonly kind: 'already-member' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    const [email, now] = [normaliseEmail(input.email), clock.now()];
    await lockWorkspace(tx, workspaceId);
    const members = await selectMembers(tx, workspaceId);
    if (members.some((member) => member.email === email)) return err({ kind: 'already-member' });
    await withdrawInvitationsTo(tx, workspaceId, email, now);
    const [id, secret, expiresAt] = [newId(), newSecret(), invitationExpiry(now)];
    await insertInvitation(tx, {
      workspaceId,
      id,
      email,
      roles: [...input.roles],
      secretHash: hashSecret(secret),
      invitedBy: actor.personId,
      createdAt: now,
      expiresAt,
    });
    await audit(tx, actor, {
      action: 'invitation.made',
      subjectKind: 'invitation',
      subjectId: id,
      details: { email, roles: input.roles },
    });
    return ok({ id, secret, email, expiresAt });
  });
