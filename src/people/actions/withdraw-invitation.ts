import { err, ok, type Result } from '../../platform/result.ts';
import type { Member } from '../model/actor.ts';
import { withdrawInvitationRow } from '../store/invitations.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';

/** Takes an open invitation back: its link is void at once. */
export const withdrawInvitation = (
  { database, clock }: Context,
  actor: Member,
  id: string,
): Promise<Result<null, { readonly kind: 'not-found' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await withdrawInvitationRow(tx, actor.workspaceId, id, clock.now())))
      return err({ kind: 'not-found' });
    await audit(tx, actor, { action: 'invitation.withdrawn', subjectKind: 'invitation', subjectId: id });
    return ok(null);
  });
