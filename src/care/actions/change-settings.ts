import { audit, findWorkspace, type Member, may } from '../../people/index.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { newRegisterKey } from '../model/chain.ts';
import { latestDay, tellRegister } from '../store/register.ts';
import { type CareSettings, changeSettings, holdSettings, readSettings } from '../store/settings.ts';
import { findIdentifying } from './find-identifying.ts';
import { askForReset } from './reset-deadlines.ts';
import { keyPurpose, signDay } from './sign-day.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer' | 'log' | 'jobs'>;

type SettingsChange = Partial<
  Pick<CareSettings, 'opensByItself' | 'sureFrom' | 'solveWithin' | 'isPublic' | 'italian' | 'english'>
>;

/** How the company cares, and how its register stands. */
export const readCareSettings = ({ database }: Pick<Ground, 'database'>, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const settings = await readSettings(tx, workspaceId);
    const signed = await latestDay(tx, workspaceId);
    const company = await findWorkspace(tx, workspaceId);
    return ok({
      ...settings,
      slug: company?.slug ?? '',
      signedDay: signed?.day ?? null,
      digest: signed?.digest ?? null,
    });
  });

type SettingsFailure =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'names-somebody'; readonly found: readonly string[] };

/** Made public for the first time, a register gets its key and its first signed day. Only a coordinator opens or closes it. */
export const changeCareSettings = async (
  platform: Ground,
  actor: Member,
  change: SettingsChange,
): Promise<Result<null, SettingsFailure>> => {
  const { workspaceId } = actor;
  const changed = await platform.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<null, SettingsFailure>> => {
      if (!may(actor, 'register.manage')) return err({ kind: 'not-allowed' });
      const found = findIdentifying([change.italian ?? '', change.english ?? ''], []);
      if (found.length > 0) return err({ kind: 'names-somebody', found });
      const before = await holdSettings(tx, workspaceId);
      await changeSettings(tx, workspaceId, {
        ...change,
        ...(change.isPublic && !before.sealedKey ? keyFor(platform, workspaceId) : {}),
        ...(change.isPublic && !before.publicSince ? { publicSince: platform.clock.now() } : {}),
      });
      const { isPublic, opensByItself, sureFrom } = { ...before, ...change };
      await audit(tx, actor, {
        action: 'care-settings.changed',
        subjectKind: 'workspace',
        details: { isPublic, opensByItself, sureFrom },
      });
      if (change.solveWithin) await askForReset(platform, tx, workspaceId);
      await tellRegister(tx, workspaceId);
      await appendLive(tx, workspaceId, [{ kind: 'care.changed', payload: { what: 'settings' } }]);
      return ok(null);
    },
  );
  if (changed.ok && change.isPublic) await signDay(platform, workspaceId);
  return changed;
};

const keyFor = ({ sealer }: Ground, workspaceId: string) => {
  const { privatePem, publicKey } = newRegisterKey();
  return { sealedKey: sealer.seal(privatePem, keyPurpose(workspaceId)), publicKey };
};
