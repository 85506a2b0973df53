import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { JoinedPart, MergeRecord, Standing } from '../model/arrangement.ts';
import type { Desk } from '../model/correspondent.ts';
import { divide, partAgain, type Sides, standingAgain } from '../model/undo-merge.ts';
import { lockArrangement, markUndone } from '../store/arrangement-rows.ts';
import { holdThreads } from '../store/hold-threads.ts';
import { mergeThreads } from '../store/merge-threads.ts';
import { insertBareThread, moveBelongings, moveKeys, moveMentions, recount } from '../store/move-holdings.ts';
import { partThreads } from '../store/parting-rows.ts';
import { lockPlaces } from '../store/place-rows.ts';
import { currentThreadOf, dropRedirect } from '../store/redirect-rows.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { readStanding, writeStanding } from '../store/standing-rows.ts';
import { hasReplyUnderWay, readDivisible } from '../store/thread-holdings.ts';
import { markChangedBy } from '../store/thread-rows.ts';
import type { BeginFailure } from './begin-arranging.ts';
import { tellArranged } from './tell-arranged.ts';

export type Undone = { readonly threadIds: readonly ThreadId[] };

/** Takes back what was joined or divided by hand, minutes or weeks after: what came since goes where it points to. */
export const undoArrangement = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  arrangementId: string,
): Promise<Result<Undone, BeginFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.organise')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    await holdThreads(tx, workspaceId, 'alone');
    const row = await lockArrangement(tx, workspaceId, arrangementId);
    if (!row) return err({ kind: 'not-found' });
    if (row.undoneAt) return err({ kind: 'arrangement-over' });
    const home = await currentThreadOf(tx, workspaceId, row.threadId);
    const undone =
      'parts' in row.record
        ? await unmerge(tx, actor, arrangementId, home, row.record)
        : await unsplit(tx, actor, arrangementId, home, row.record.intoId);
    if (undone.ok) await markUndone(tx, workspaceId, arrangementId, personId, desk.clock.now());
    return undone;
  });

const unsplit = async (
  tx: Transaction,
  actor: Member,
  arrangementId: string,
  home: ThreadId,
  intoId: ThreadId,
): Promise<Result<Undone, BeginFailure>> => {
  const { workspaceId, personId } = actor;
  const from = await currentThreadOf(tx, workspaceId, intoId);
  const places = await lockPlaces(tx, workspaceId, [home, from]);
  if (home === from || places.length < 2) return err({ kind: 'arrangement-over' });
  if (await hasReplyUnderWay(tx, workspaceId, [home, from])) return err({ kind: 'reply-under-way' });
  await mergeThreads(tx, workspaceId, [{ from, into: home }]);
  await refreshBoth(tx, actor, [home]);
  await markChangedBy(tx, workspaceId, home, personId);
  const told = { threadIds: [home], merged: new Map([[from, home]]), parted: [] };
  await tellArranged(tx, actor, { arrangementId, action: 'thread.split-undone', ...told });
  return ok({ threadIds: [home] });
};

const unmerge = async (
  tx: Transaction,
  actor: Member,
  arrangementId: string,
  home: ThreadId,
  record: MergeRecord,
): Promise<Result<Undone, BeginFailure>> => {
  const { workspaceId, personId } = actor;
  const [place] = await lockPlaces(tx, workspaceId, [home]);
  if (!place) return err({ kind: 'arrangement-over' });
  if (await hasReplyUnderWay(tx, workspaceId, [home])) return err({ kind: 'reply-under-way' });
  const sides = await readSides(tx, actor, home, record);
  const isThere = (id: ThreadId) => [...sides.sideOf.values()].includes(id);
  const parts = record.parts.filter(({ threadId }) => isThere(threadId));
  if (parts.length === 0 || !isThere(home)) return err({ kind: 'arrangement-over' });
  const now = (await readStanding(tx, workspaceId, home)) as Standing;
  for (const part of parts)
    await restore(tx, actor, home, part, sides, partAgain(part.standing, record.after, now));
  await writeStanding(tx, workspaceId, home, standingAgain(record.before, record.after, now), personId);
  const parted = parts.map(({ threadId }) => threadId);
  await refreshBoth(tx, actor, [home, ...parted]);
  const told = { threadIds: [home, ...parted], merged: new Map<ThreadId, ThreadId>(), parted };
  await tellArranged(tx, actor, { arrangementId, action: 'thread.merge-undone', ...told });
  return ok({ threadIds: told.threadIds });
};

const readSides = async (
  tx: Transaction,
  { workspaceId }: Member,
  home: ThreadId,
  record: MergeRecord,
): Promise<Sides<ThreadId>> => {
  const known = new Map<string, ThreadId>(record.ownMentionIds.map((id) => [id, home]));
  for (const { threadId, mentionIds } of record.parts) for (const id of mentionIds) known.set(id, threadId);
  return divide(known, await readDivisible(tx, workspaceId, home), home);
};

const restore = async (
  tx: Transaction,
  { workspaceId, personId }: Member,
  home: ThreadId,
  part: JoinedPart,
  sides: Sides<ThreadId>,
  standing: Standing,
): Promise<void> => {
  const move = { workspaceId, from: home, to: part.threadId };
  const ids = [...sides.sideOf].flatMap(([id, side]) => (side === part.threadId ? [id] : []));
  await dropRedirect(tx, workspaceId, part.threadId);
  await insertBareThread(tx, move, part.version + 1);
  await moveMentions(tx, move, ids);
  await moveKeys(
    tx,
    move,
    sides.keys.filter(({ side }) => side === part.threadId),
  );
  await moveBelongings(tx, move, part);
  await writeStanding(tx, workspaceId, part.threadId, standing, personId);
  await partThreads(tx, workspaceId, home, part.threadId);
};

const refreshBoth = async (
  tx: Transaction,
  { workspaceId }: Member,
  threadIds: readonly ThreadId[],
): Promise<void> => {
  await recount(tx, workspaceId, threadIds);
  const merged = new Set(threadIds);
  await refreshThreads(tx, workspaceId, threadIds, { fresh: [], added: new Map(), merged });
};
