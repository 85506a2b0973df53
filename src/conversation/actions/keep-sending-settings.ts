import { audit, listMembers, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Desk } from '../model/correspondent.ts';
import type { SendingSettings } from '../model/sending-settings.ts';
import { readSendingSettings, saveSendingSettings } from '../store/sending-settings-rows.ts';
import { readTeams } from '../store/team-rows.ts';

type Failure =
  | { readonly kind: 'not-allowed' | 'not-a-member' | 'not-a-team' }
  | { readonly kind: 'changed'; readonly byName: null };

export const readSending = (
  desk: Pick<Desk, 'database'>,
  actor: Member,
): Promise<Result<SendingSettings, Failure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'threads.read')
      ? ok(await readSendingSettings(tx, actor.workspaceId))
      : err({ kind: 'not-allowed' }),
  );

/** Whose answers wait, and what is looked at: what is already written is looked at by the new rules when it leaves. */
export const keepSending = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  wish: SendingSettings,
): Promise<Result<SendingSettings, Failure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'desk.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const members = (await listMembers(tx, workspaceId)).map(({ personId }) => personId);
    if (!wish.rules.every(({ personIds }) => personIds.every((id) => members.includes(id))))
      return err({ kind: 'not-a-member' });
    const teams = (await readTeams(tx, workspaceId)).map(({ id }) => id);
    if (!wish.rules.every(({ teamIds }) => teamIds.every((id) => teams.includes(id))))
      return err({ kind: 'not-a-team' });
    const kept = await saveSendingSettings(tx, workspaceId, wish, desk.clock.now());
    if (!kept) return err({ kind: 'changed', byName: null });
    await audit(tx, actor, { action: 'sending.changed', subjectKind: 'workspace', subjectId: workspaceId });
    await appendLive(tx, workspaceId, [{ kind: 'desk.changed', payload: { what: 'sending' } }]);
    return ok(kept);
  });
