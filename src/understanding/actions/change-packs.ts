import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type PackProblem, readPack } from '../model/pack-text.ts';
import {
  deletePack,
  insertPack,
  type PackChange,
  type PackRow,
  selectPacks,
  updatePack,
} from '../store/packs.ts';
import { tellChange } from './tell-change.ts';

/** Packs that one company can have. */
const MOST_PACKS = 30;

export type PackFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'too-many-packs' }
  | { readonly kind: 'pack-text'; readonly problems: readonly PackProblem[] };

type Ground = Pick<Platform, 'database' | 'clock' | 'jobs'>;

/** Adds words of the trade: written anew, or copied from a shipped pack. */
export const createPack = async (
  platform: Ground,
  actor: Member,
  pack: Pick<PackRow, 'name' | 'sector' | 'text' | 'enabled'>,
): Promise<Result<PackRow, PackFailure>> => {
  const refused = refusalOf(actor, pack);
  if (refused) return err(refused);
  const { workspaceId, personId } = actor;
  const row = { ...pack, workspaceId, id: newId(), updatedAt: platform.clock.now(), updatedBy: personId };
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    if ((await selectPacks(tx, workspaceId)).length >= MOST_PACKS) return err({ kind: 'too-many-packs' });
    await insertPack(tx, row);
    await tell(platform, tx, actor, 'pack.created', row);
    return ok(row);
  });
};

export const changePack = async (
  platform: Ground,
  actor: Member,
  id: string,
  change: PackChange,
): Promise<Result<PackRow, PackFailure>> => {
  const refused = refusalOf(actor, change);
  if (refused) return err(refused);
  const { workspaceId, personId } = actor;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    const now = platform.clock.now();
    const row = await updatePack(tx, workspaceId, id, { ...given, updatedAt: now, updatedBy: personId });
    if (!row) return err({ kind: 'not-found' });
    await tell(platform, tx, actor, 'pack.changed', row);
    return ok(row);
  });
};

export const removePack = (platform: Ground, actor: Member, id: string): Promise<Result<null, PackFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'language.manage')) return err({ kind: 'not-allowed' });
    const row = await deletePack(tx, actor.workspaceId, id);
    if (!row) return err({ kind: 'not-found' });
    await tell(platform, tx, actor, 'pack.removed', row);
    return ok(null);
  });

const refusalOf = (actor: Member, { text }: { readonly text?: string | undefined }): PackFailure | null => {
  if (!may(actor, 'language.manage')) return { kind: 'not-allowed' };
  const { problems } = readPack(text ?? '');
  return problems.length > 0 ? { kind: 'pack-text', problems } : null;
};

const tell = async (
  platform: Ground,
  tx: Transaction,
  actor: Member,
  action: string,
  { id, name, sector, enabled }: PackRow,
): Promise<void> => {
  await audit(tx, actor, { action, subjectKind: 'pack', subjectId: id, details: { name, sector, enabled } });
  await tellChange(platform, tx, actor.workspaceId, { what: 'packs' });
};
