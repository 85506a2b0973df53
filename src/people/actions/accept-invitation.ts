import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Person } from '../model/person.ts';
import { type InvitationRow, markAccepted } from '../store/invitations.ts';
import { upsertMembership } from '../store/memberships.ts';
import { insertUser } from '../store/users.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { type ClosedInvitation, openInvitation, readInvitation } from './read-invitation.ts';

export type AcceptProblem =
  | ClosedInvitation
  /** The signed-in person has another address. */
  | { readonly kind: 'invitation-for-another' }
  /** The address has an account: its owner must sign in to accept. */
  | { readonly kind: 'sign-in-first' };

export type Accepted = {
  readonly workspaceId: WorkspaceId;
  readonly slug: string;
  readonly personId: PersonId;
  /** In lower case, as invited. */
  readonly email: string;
};

/** The signed-in person takes the place that was offered to their address. */
export const acceptAsPerson = (
  { database, clock }: Context,
  person: Person,
  secret: string,
): Promise<Result<Accepted, AcceptProblem>> =>
  database.asInstallation(async (tx) => {
    const found = await openInvitation(tx, secret, clock.now(), { locked: true });
    if (!found.ok) return found;
    if (found.value.email !== person.email) return err({ kind: 'invitation-for-another' });
    return ok(await join(tx, found.value, person, clock.now()));
  });

/** Somebody new takes the place with an account of their own. The link is checked before the costly hash is made. */
export const acceptAsNewcomer = async (
  context: Context,
  newcomer: { readonly name: string; readonly password: string; readonly language: Person['language'] },
  secret: string,
): Promise<Result<Accepted, AcceptProblem>> => {
  const seen = await readInvitation(context, secret);
  if (!seen.ok) return seen;
  if (seen.value.hasAccount) return err({ kind: 'sign-in-first' });
  const passwordHash = await hashPassword(newcomer.password);
  return context.database.asInstallation(async (tx) => {
    const now = context.clock.now();
    const found = await openInvitation(tx, secret, now, { locked: true });
    if (!found.ok) return found;
    const { name, language } = newcomer;
    const id = await insertUser(tx, { name, language, passwordHash, email: found.value.email }, now);
    if (!id) return err({ kind: 'sign-in-first' });
    return ok(await join(tx, found.value, { id, name }, now));
  });
};

const join = async (
  tx: Transaction,
  invitation: InvitationRow,
  person: Pick<Person, 'id' | 'name'>,
  now: Date,
): Promise<Accepted> => {
  const { workspaceId, roles, email } = invitation;
  await markAccepted(tx, invitation, now);
  await upsertMembership(tx, { workspaceId, personId: person.id, roles }, now);
  const actor = { kind: 'member', workspaceId, personId: person.id, name: person.name, roles } as const;
  await audit(tx, actor, {
    action: 'member.joined',
    subjectKind: 'person',
    subjectId: person.id,
    details: { roles, invitationId: invitation.id },
  });
  await appendLive(tx, workspaceId, [{ kind: 'member.changed', payload: { personId: person.id } }]);
  const workspace = await findWorkspace(tx, workspaceId);
  return { workspaceId, slug: workspace?.slug ?? '', personId: person.id, email };
};
