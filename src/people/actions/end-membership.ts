import type { PersonId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Member } from '../model/actor.ts';
import { keepsCoordinator } from '../model/roster.ts';
import { revokeKeysOf } from '../store/api-keys.ts';
import { endMembershipRow, selectMembers } from '../store/memberships.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { audit } from './audit.ts';
import type { RosterProblem } from './change-roles.ts';
import type { Context } from './context.ts';

/** Ends a person's place in the company: their words stay, their next request and their open stream find no door. */
export const endMembership = (
  { database, clock }: Context,
  actor: Member,
  personId: PersonId,
): Promise<Result<null, RosterProblem>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    await lockWorkspace(tx, workspaceId);
    const members = await selectMembers(tx, workspaceId);
    const member = members.find((one) => one.personId === personId);
    if (!member) return err({ kind: 'not-found' });
    if (!keepsCoordinator(members, personId, [])) return err({ kind: 'last-coordinator' });
    await endMembershipRow(tx, workspaceId, personId, clock.now());
    await revokeKeysOf(tx, workspaceId, personId, clock.now());
    await audit(tx, actor, {
      action: 'member.left',
      subjectKind: 'person',
      subjectId: personId,
      details: { roles: member.roles },
    });
    await appendLive(tx, workspaceId, [{ kind: 'member.left', payload: { personId } }]);
    return ok(null);
  });
