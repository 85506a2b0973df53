import { aspects } from '../../language/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readPack } from '../model/pack-text.ts';
import { selectPacks } from '../store/packs.ts';

const ASPECT = 'aspect:';

/** The things that a company's packs in use give a name to, beside those that every company has; by the alphabet. */
export const listOwnAspects = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
): Promise<Result<readonly string[], { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'mentions.read')) return err({ kind: 'not-allowed' });
    const packs = (await selectPacks(tx, actor.workspaceId)).filter(({ enabled }) => enabled);
    const named = packs
      .flatMap(({ text }) => readPack(text).entries)
      .filter(({ category }) => category.startsWith(ASPECT))
      .map(({ category }) => category.slice(ASPECT.length));
    const common: readonly string[] = aspects;
    return ok([...new Set(named)].filter((name) => !common.includes(name)).sort());
  });
