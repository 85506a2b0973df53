import { audit, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { AskingSettings } from '../model/settings.ts';
import { readSettings, saveSettings } from '../store/settings.ts';
import type { Ground } from './ground.ts';

type Refused = { readonly kind: 'not-allowed' };

export const readAskingSettings = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
): Promise<Result<AskingSettings, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'askings.read') ? ok(await readSettings(tx, actor.workspaceId)) : err({ kind: 'not-allowed' }),
  );

/** Whether and how the company asks. What was asked before stays as it was asked. */
export const keepAskingSettings = (
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  wish: AskingSettings,
): Promise<Result<AskingSettings, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'askings.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    await saveSettings(tx, workspaceId, wish, clock.now());
    const { isOn, automaticOn, way, asksInPublic } = wish;
    await audit(tx, actor, {
      action: 'asking-settings.changed',
      subjectKind: 'workspace',
      details: { isOn, automaticOn: automaticOn.join(' '), way, asksInPublic },
    });
    await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'settings' } }]);
    return ok(wish);
  });
