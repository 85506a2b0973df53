import { isFunctionWord } from '../../language/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { foldText } from '../model/fold-text.ts';
import { suggestBranches, suggestWords, withBranches } from '../model/suggest-causes.ts';
import { type Cause, readCauses, saveCause, unfiledTexts } from '../store/causes.ts';
import { holdSettings } from '../store/settings.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

export type CauseWish = {
  readonly name: string;
  readonly parentId: string | null;
  readonly words: readonly string[];
  readonly aspects: readonly string[];
  readonly isRetired?: boolean | undefined;
};

const isSmallWord = (word: string): boolean => isFunctionWord(word, 'it') || isFunctionWord(word, 'en');

/** The tree of causes, with aspects and words of unfiled complaints that have no branch yet. */
export const readCauseTree = ({ database }: Pick<Ground, 'database'>, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const causes = await readCauses(tx, actor.workspaceId);
    const said = await unfiledTexts(tx, actor.workspaceId);
    const words = suggestWords(causes, said, isSmallWord);
    return ok({ causes, branches: suggestBranches(causes, said), words });
  });

type CauseFailure = {
  readonly kind: 'not-allowed' | 'not-found' | 'no-such-cause' | 'own-branch' | 'changed-meanwhile';
};

/** Plants a cause (`seen` null), or changes one if it is still as it was seen. It cannot hang from itself. */
export const saveCauseWish = (
  { database, clock }: Ground,
  actor: Member,
  seen: { readonly id: string; readonly version: number } | null,
  wish: CauseWish,
): Promise<Result<{ readonly id: string; readonly version: number }, CauseFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'causes.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    // One after the other: two moves at once could make a circle.
    await holdSettings(tx, workspaceId);
    const causes = await readCauses(tx, workspaceId);
    const id = seen?.id ?? null;
    const known = causes.find((cause) => cause.id === id);
    if (seen && !known) return err({ kind: 'not-found' });
    if (seen && known && known.version !== seen.version) return err({ kind: 'changed-meanwhile' });
    if (wish.parentId !== null && !causes.some((cause) => cause.id === wish.parentId))
      return err({ kind: 'no-such-cause' });
    if (id !== null && wish.parentId !== null && withBranches(causes, id).includes(wish.parentId))
      return err({ kind: 'own-branch' });
    const cause: Cause = {
      workspaceId,
      id: id ?? newId(),
      parentId: wish.parentId,
      name: wish.name,
      words: [...new Set(wish.words.map(foldText))].filter((word) => word.length > 1),
      aspects: [...new Set(wish.aspects)],
      isRetired: wish.isRetired ?? false,
      version: (known?.version ?? 0) + 1,
      createdAt: known?.createdAt ?? clock.now(),
    };
    await saveCause(tx, cause);
    await audit(tx, actor, {
      action: id === null ? 'cause.added' : 'cause.changed',
      subjectKind: 'cause',
      subjectId: cause.id,
      details: { name: cause.name },
    });
    await appendLive(tx, workspaceId, [{ kind: 'care.changed', payload: { what: 'causes' } }]);
    return ok({ id: cause.id, version: cause.version });
  });
