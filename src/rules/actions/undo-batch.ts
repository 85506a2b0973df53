import { lockPlaces, saveAnswerWithin, savePlaces, takeBackTraces } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Standing } from '../model/plan.ts';
import { isUntouched, takeBack } from '../model/take-back.ts';
import { type DeedRow, readRuleVersions, saveUndone } from '../store/deed-rows.ts';
import { readKnown } from '../store/read-known.ts';
import { readWithin } from '../store/within-rows.ts';
import { samePlace } from './do-deeds.ts';

type Settled = {
  readonly deed: DeedRow;
  readonly undone: 'undone' | 'kept' | 'gone';
};

export type UndoneBatch = {
  readonly threadIds: readonly ThreadId[];
  readonly undone: number;
  readonly kept: number;
};

/** Takes deeds back, given the latest first; where a person has changed the conversation since, it stays as they left it. */
export const undoDeeds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  deeds: readonly DeedRow[],
  now: Date,
): Promise<UndoneBatch> => {
  const ids = [...new Set(deeds.map(({ threadId }) => threadId))].sort();
  const places = new Map((await lockPlaces(tx, workspaceId, ids)).map((one) => [one.id, one]));
  const within = await readWithin(tx, workspaceId, ids);
  const versions = await readRuleVersions(tx, workspaceId, ids);
  const { label: labels, person: people, team: teams } = await readKnown(tx, workspaceId);
  const stands = new Map<ThreadId, Standing>();
  const settled = deeds.map((deed): Settled => {
    const held = places.get(deed.threadId);
    if (!held) return { deed, undone: 'gone' };
    if (!isUntouched(deed.version, held.version, versions.get(deed.threadId) ?? new Set()))
      return { deed, undone: 'kept' };
    const is = stands.get(deed.threadId) ?? { place: held.place, within: within.get(deed.threadId) ?? null };
    stands.set(deed.threadId, takeBack(is, deed, { labels, people, teams, at: now }));
    return { deed, undone: 'undone' };
  });
  const moves = [...stands].map(([id, after]) => {
    const held = places.get(id);
    const before = { place: held?.place ?? after.place, within: within.get(id) ?? null };
    return { id, before, after, version: held?.version ?? 0, isMoved: !samePlace(before, after) };
  });
  const moved = moves.filter(({ isMoved }) => isMoved);
  await savePlaces(
    tx,
    workspaceId,
    moved.map(({ id, before, after }) => ({ id, before: before.place, after: after.place })),
    null,
  );
  const timed = moves.filter(({ before, after }) => before.within !== after.within);
  await saveAnswerWithin(
    tx,
    workspaceId,
    timed.map(({ id, after }) => ({ id, within: after.within })),
  );
  const newVersions = new Map(moved.map(({ id, version }) => [id, version + 1]));
  await takeBackTraces(tx, workspaceId, tracesOf(settled), now);
  await saveUndone(
    tx,
    workspaceId,
    settled.map(({ deed: { id, threadId }, undone }) => ({
      ...{ id, undone },
      version: undone === 'undone' ? (newVersions.get(threadId) ?? null) : null,
    })),
    now,
  );
  const threadIds = [...stands.keys()];
  if (threadIds.length > 0)
    await appendEvents(tx, workspaceId, [
      { kind: 'threads.organised', payload: { threadIds, personId: null, byRule: true } },
    ]);
  const undone = settled.filter((one) => one.undone === 'undone').length;
  return { threadIds, undone, kept: settled.length - undone };
};

const tracesOf = (settled: readonly Settled[]) => {
  const deeds = settled.filter(({ undone }) => undone === 'undone').map(({ deed }) => deed);
  return {
    following: deeds.flatMap(({ threadId, did }) =>
      did.flatMap((effect) =>
        effect.did === 'followed' ? effect.personIds.map((personId) => ({ threadId, personId })) : [],
      ),
    ),
    noteIds: deeds.flatMap(({ did }) =>
      did.flatMap((effect) =>
        (effect.did === 'noted' || effect.did === 'told') && effect.noteId ? [effect.noteId] : [],
      ),
    ),
    drafts: deeds.flatMap(({ threadId, did, at }) =>
      did.flatMap((effect) =>
        effect.did === 'drafted' ? [{ threadId, personId: effect.personId, at }] : [],
      ),
    ),
  };
};
