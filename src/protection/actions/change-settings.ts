import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import { changeSettings, holdSettings, readSettings } from '../store/settings.ts';

type Ground = Pick<Platform, 'database'>;

export type SettingsWish = {
  readonly keepMonths?: number | undefined;
  readonly signatory?: string | undefined;
  readonly email?: string | undefined;
};

/** How long evidence is kept, who signs notices, and the public key that evidence is signed with. */
export const readProtectionSettings = ({ database }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.read')) return err({ kind: 'not-allowed' as const });
    const { keepMonths, signatory, email, publicKey } = await readSettings(tx, actor.workspaceId);
    return ok({ keepMonths, signatory, email, publicKey });
  });

export const changeProtectionSettings = ({ database }: Ground, actor: Member, wish: SettingsWish) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'protection.manage')) return err({ kind: 'not-allowed' as const });
    await holdSettings(tx, actor.workspaceId);
    const { keepMonths, signatory, email } = wish;
    await changeSettings(tx, actor.workspaceId, {
      ...(keepMonths === undefined ? {} : { keepMonths }),
      ...(signatory === undefined ? {} : { signatory }),
      ...(email === undefined ? {} : { email }),
    });
    await audit(tx, actor, {
      action: 'protection-settings.changed',
      subjectKind: 'workspace',
      ...(keepMonths === undefined ? {} : { details: { keepMonths } }),
    });
    return ok(null);
  });
