import type { Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type MentionId, newId, type ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Standing } from '../model/arrangement.ts';
import type { Desk } from '../model/correspondent.ts';
import { keyOf } from '../model/thread-key.ts';
import { insertArrangement } from '../store/arrangement-rows.ts';
import { insertBareThread, type Move, moveKeys, moveMentions, recount } from '../store/move-holdings.ts';
import { partThreads } from '../store/parting-rows.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { readStanding, writeStanding } from '../store/standing-rows.ts';
import { readDivisible } from '../store/thread-holdings.ts';
import { markChangedBy, readThreadSummary } from '../store/thread-rows.ts';
import { type BeginFailure, beginArranging, type Seen } from './begin-arranging.ts';
import type { Arrangement } from './merge-by-hand.ts';
import { tellArranged } from './tell-arranged.ts';

/** These turns, or this one and all that came after it. */
export type Chosen = { readonly mentionIds: readonly MentionId[] } | { readonly from: MentionId };

/** Makes a conversation of its own of chosen turns; no id that they share with the others joins them again. */
export const splitThread = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  seen: Seen,
  wanted: Chosen,
): Promise<Result<Arrangement, BeginFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const begun = await beginArranging(tx, actor, [seen]);
    if (!begun.ok) return begun;
    const { workspaceId, personId } = actor;
    const all = await readDivisible(tx, workspaceId, seen.threadId);
    const start = 'from' in wanted ? all.findIndex(({ id }) => id === wanted.from) : 0;
    const asked = 'from' in wanted ? undefined : new Set(wanted.mentionIds);
    const chosen = start < 0 ? [] : all.filter(({ id }, at) => (asked ? asked.has(id) : at >= start));
    if (chosen.length === 0 || (asked && chosen.length < asked.size))
      return err({ kind: 'not-its-mentions' });
    if (chosen.length === all.length) return err({ kind: 'nothing-left' });
    const move = { workspaceId, from: seen.threadId, to: newId() };
    await divideOff(tx, actor, move, chosen);
    const arrangementId = newId();
    await insertArrangement(tx, {
      workspaceId,
      id: arrangementId,
      kind: 'split',
      threadId: move.from,
      personId,
      record: { intoId: move.to, mentions: chosen.length },
      createdAt: desk.clock.now(),
    });
    const told = {
      threadIds: [move.from, move.to],
      merged: new Map<ThreadId, ThreadId>(),
      parted: [move.to],
    };
    await tellArranged(tx, actor, { arrangementId, action: 'thread.split', ...told });
    const thread = await readThreadSummary(tx, workspaceId, personId, move.to);
    return thread ? ok({ arrangementId, thread }) : err({ kind: 'not-found' });
  });

/** The new one stands as the old one does: in the same hands, with the same labels and followers. */
const divideOff = async (
  tx: Transaction,
  { workspaceId, personId }: Member,
  move: Move,
  chosen: Awaited<ReturnType<typeof readDivisible>>,
): Promise<void> => {
  const standing = (await readStanding(tx, workspaceId, move.from)) as Standing;
  await insertBareThread(tx, move, 0);
  const ids = chosen.map(({ id }) => id);
  await moveMentions(tx, move, ids);
  const keys = chosen.map(({ connectionId, nativeId }) => ({ connectionId, key: keyOf(nativeId) }));
  await moveKeys(tx, move, keys);
  await partThreads(tx, workspaceId, move.from, move.to);
  await writeStanding(tx, workspaceId, move.to, standing, personId);
  await markChangedBy(tx, workspaceId, move.from, personId, 'one-more');
  const both = [move.from, move.to];
  await recount(tx, workspaceId, both);
  await refreshThreads(tx, workspaceId, both, { fresh: [], added: new Map(), merged: new Set(both) });
};
