import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readSettings, type SettingsRow, saveSettings } from '../store/settings.ts';
import { tellScreens } from './tell-change.ts';

export type ToneSettings = Pick<SettingsRow, 'toneStrictness'>;

/** How the company wants its own words looked at. */
export const changeSettings = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  change: { readonly [Name in keyof ToneSettings]?: ToneSettings[Name] | undefined },
): Promise<Result<ToneSettings, { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'language.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const { toneStrictness } = change;
    if (toneStrictness !== undefined) {
      const given = { toneStrictness };
      await saveSettings(tx, workspaceId, given);
      await audit(tx, actor, { action: 'understanding.changed', subjectKind: 'workspace', details: given });
      await tellScreens(tx, workspaceId, { what: 'settings' });
    }
    const settings = await readSettings(tx, workspaceId);
    return ok({ toneStrictness: settings.toneStrictness });
  });
