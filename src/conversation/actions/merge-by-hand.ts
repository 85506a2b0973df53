import type { Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { JoinedPart, Standing } from '../model/arrangement.ts';
import type { Desk } from '../model/correspondent.ts';
import type { ThreadSummary } from '../model/views.ts';
import { insertArrangement } from '../store/arrangement-rows.ts';
import { mergeThreads } from '../store/merge-threads.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { readStanding } from '../store/standing-rows.ts';
import { readHoldings } from '../store/thread-holdings.ts';
import { markChangedBy, readOrigin, readThreadSummary } from '../store/thread-rows.ts';
import { type BeginFailure, beginArranging, type Seen } from './begin-arranging.ts';
import { tellArranged } from './tell-arranged.ts';

export type Arrangement = {
  readonly arrangementId: string;
  readonly thread: ThreadSummary;
};

/** Makes other conversations part of this one, by a person's word: it holds against whatever the channels' ids say. */
export const mergeByHand = (
  desk: Pick<Desk, 'database' | 'clock'>,
  actor: Member,
  into: Seen,
  others: readonly Seen[],
): Promise<Result<Arrangement, BeginFailure>> =>
  desk.database.inWorkspace(actor.workspaceId, async (tx) => {
    const begun = await beginArranging(tx, actor, [into, ...others]);
    if (!begun.ok) return begun;
    const { workspaceId, personId } = actor;
    const parts = await readParts(tx, actor, into.threadId, others);
    if (!parts) return err({ kind: 'other-connection' });
    const before = (await readStanding(tx, workspaceId, into.threadId)) as Standing;
    const own = await readHoldings(tx, workspaceId, into.threadId);
    const moves = others.map(({ threadId }) => ({ from: threadId, into: into.threadId }));
    await mergeThreads(tx, workspaceId, moves);
    await refreshThreads(tx, workspaceId, [into.threadId], {
      fresh: [],
      added: new Map(),
      merged: new Set([into.threadId]),
    });
    await markChangedBy(tx, workspaceId, into.threadId, personId);
    const after = (await readStanding(tx, workspaceId, into.threadId)) as Standing;
    const arrangementId = newId();
    const record = {
      parts: parts.map(withoutShared(own.draftsOf)),
      before,
      after,
      ownMentionIds: own.mentionIds,
    };
    await insertArrangement(tx, {
      workspaceId,
      id: arrangementId,
      kind: 'merge',
      threadId: into.threadId,
      personId,
      record,
      createdAt: desk.clock.now(),
    });
    await tellArranged(tx, actor, {
      arrangementId,
      action: 'thread.merged',
      threadIds: [into.threadId],
      merged: new Map(moves.map((move) => [move.from, move.into])),
      parted: [],
    });
    const thread = await readThreadSummary(tx, workspaceId, personId, into.threadId);
    return thread ? ok({ arrangementId, thread }) : err({ kind: 'not-found' });
  });

/** All that each part has of its own; undefined when one lives on another connection. */
const readParts = async (
  tx: Transaction,
  { workspaceId }: Member,
  into: ThreadId,
  others: readonly Seen[],
): Promise<readonly JoinedPart[] | undefined> => {
  const home = await readOrigin(tx, workspaceId, into);
  const parts: JoinedPart[] = [];
  for (const { threadId, version } of others) {
    const origin = await readOrigin(tx, workspaceId, threadId);
    if (!origin || origin.connectionId !== home?.connectionId) return undefined;
    const standing = (await readStanding(tx, workspaceId, threadId)) as Standing;
    parts.push({
      threadId,
      version,
      ...origin,
      standing,
      ...(await readHoldings(tx, workspaceId, threadId)),
    });
  }
  return parts;
};

/** A beginning of an answer that was put below another's stays there. */
const withoutShared =
  (kept: readonly string[]) =>
  (part: JoinedPart, index: number, all: readonly JoinedPart[]): JoinedPart => {
    const others = new Set([...kept, ...all.flatMap((one, at) => (at === index ? [] : one.draftsOf))]);
    return { ...part, draftsOf: part.draftsOf.filter((id) => !others.has(id)) };
  };
