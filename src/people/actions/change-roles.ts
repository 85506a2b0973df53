import type { PersonId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Member } from '../model/actor.ts';
import type { Role } from '../model/policy.ts';
import { keepsCoordinator } from '../model/roster.ts';
import { type MemberRow, selectMembers, updateRoles } from '../store/memberships.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';

export type RosterProblem = { readonly kind: 'not-found' } | { readonly kind: 'last-coordinator' };

/** Gives a member these roles instead of the ones that they held. */
export const changeRoles = (
  { database }: Context,
  actor: Member,
  input: { readonly personId: PersonId; readonly roles: readonly Role[] },
): Promise<Result<MemberRow, RosterProblem>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    await lockWorkspace(tx, workspaceId);
    const members = await selectMembers(tx, workspaceId);
    const member = members.find(({ personId }) => personId === input.personId);
    if (!member) return err({ kind: 'not-found' });
    if (!keepsCoordinator(members, input.personId, input.roles)) return err({ kind: 'last-coordinator' });
    await updateRoles(tx, workspaceId, input.personId, input.roles);
    await audit(tx, actor, {
      action: 'member.roles-changed',
      subjectKind: 'person',
      subjectId: input.personId,
      details: { from: member.roles, to: input.roles },
    });
    await appendLive(tx, workspaceId, [{ kind: 'member.changed', payload: { personId: input.personId } }]);
    return ok({ ...member, roles: input.roles });
  });
