import { audit, type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type Effect, effectOf, effectWindows } from '../model/effect.ts';
import { withBranches } from '../model/suggest-causes.ts';
import { countHeard } from '../store/case-list.ts';
import {
  type Cause,
  causeExists,
  countOfCauses,
  type Improvement,
  lockImprovement,
  readCauses,
  readImprovementCases,
  readImprovements,
  saveImprovement,
  setImprovementCases,
} from '../store/causes.ts';
import { tellRegister } from '../store/register.ts';
import { findIdentifying } from './find-identifying.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

export type ImprovementWish = Pick<
  Improvement,
  'causeId' | 'ownerId' | 'title' | 'before' | 'after' | 'italian' | 'english' | 'state'
> & { readonly caseIds: readonly string[] };

type ImprovementFailure =
  | { readonly kind: 'not-allowed' | 'not-found' | 'no-such-cause' | 'needs-sentence' }
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  /** The sentence for everyone says something that belongs to one person. */
  | { readonly kind: 'names-somebody'; readonly found: readonly string[] };

/** Each improvement with the cases that led to it and, when it is done, what came of it: also when nothing did. */
export const listImprovements = ({ database, clock }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId } = actor;
    const rows = await readImprovements(tx, workspaceId);
    const causes = await readCauses(tx, workspaceId);
    const cases = await readImprovementCases(tx, workspaceId);
    const owners = rows.flatMap(({ ownerId }) => (ownerId ? [ownerId] : []));
    const names = await personNames(tx, workspaceId, owners);
    const now = clock.now();
    const views = [];
    for (const row of rows)
      views.push({
        ...row,
        ownerName: (row.ownerId && names.get(row.ownerId)) || null,
        cases: [...(cases.get(row.id) ?? [])],
        effect: await measureEffect(tx, row, causes, now),
      });
    return ok(views);
  });

/** Null until it is done. */
export const measureEffect = async (
  tx: Transaction,
  { workspaceId, causeId, doneAt }: Pick<Improvement, 'workspaceId' | 'causeId' | 'doneAt'>,
  causes: readonly Cause[],
  now: Date,
): Promise<Effect | null> => {
  if (!doneAt) return null;
  const { days, before, after } = effectWindows(doneAt, now);
  const ids = withBranches(causes, causeId);
  const sideOf = async (period: { from: Date; to: Date }) => ({
    complaints: await countOfCauses(tx, workspaceId, ids, period),
    heard: await countHeard(tx, workspaceId, period),
  });
  return effectOf(days, await sideOf(before), await sideOf(after));
};

/** Writes down an improvement (`seen` null) or changes it. Done, it needs its sentence for everyone, which may name nobody. */
export const saveImprovementWish = (
  { database, clock }: Ground,
  actor: Member,
  seen: { readonly id: string; readonly version: number } | null,
  { caseIds, ...wish }: ImprovementWish,
): Promise<Result<{ readonly id: string; readonly version: number }, ImprovementFailure>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'causes.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const known = seen ? await lockImprovement(tx, workspaceId, seen.id) : undefined;
    if (seen && !known) return err({ kind: 'not-found' });
    if (seen && known && known.version !== seen.version)
      return err({ kind: 'changed-meanwhile', version: known.version });
    if (!(await causeExists(tx, workspaceId, wish.causeId))) return err({ kind: 'no-such-cause' });
    if (wish.state === 'done' && wish.italian === '') return err({ kind: 'needs-sentence' });
    const found = findIdentifying([wish.italian, wish.english], []);
    if (found.length > 0) return err({ kind: 'names-somebody', found });
    const isNewlyDone = wish.state === 'done' && known?.state !== 'done';
    const improvement: Improvement = {
      ...wish,
      workspaceId,
      id: known?.id ?? newId(),
      version: (known?.version ?? 0) + 1,
      doneAt: wish.state !== 'done' ? null : isNewlyDone ? clock.now() : (known?.doneAt ?? clock.now()),
      createdAt: known?.createdAt ?? clock.now(),
    };
    await saveImprovement(tx, improvement);
    await setImprovementCases(tx, workspaceId, improvement.id, caseIds);
    const { id, version, title, state } = improvement;
    const action = known ? 'improvement.changed' : 'improvement.added';
    await audit(tx, actor, { action, subjectKind: 'improvement', subjectId: id, details: { title, state } });
    await tellRegister(tx, workspaceId);
    await appendLive(tx, workspaceId, [{ kind: 'care.changed', payload: { what: 'improvements' } }]);
    return ok({ id, version });
  });
