import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ArrangeFailure } from '../model/arrange-failure.ts';
import { holdThreads } from '../store/hold-threads.ts';
import { type LockedPlace, lockPlaces } from '../store/place-rows.ts';
import { countMentions, hasReplyUnderWay } from '../store/thread-holdings.ts';

/** Mentions that are moved by hand at once: one transaction must hold them. */
export const MOST_MENTIONS = 50_000;

/** A thread as the person saw it. */
export type Seen = { readonly threadId: ThreadId; readonly version: number };

export type BeginFailure = ArrangeFailure | { readonly kind: 'changed'; readonly byName: string | null };

/** Holds the threads still, as the person saw them, while no answer is leaving; in the order that they were named. */
export const beginArranging = async (
  tx: Transaction,
  actor: Member,
  seen: readonly Seen[],
): Promise<Result<readonly LockedPlace[], BeginFailure>> => {
  if (!may(actor, 'threads.organise')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  await holdThreads(tx, workspaceId, 'alone');
  const ids = seen.map(({ threadId }) => threadId);
  if (new Set(ids).size < ids.length) return err({ kind: 'same-thread' });
  const locked = new Map((await lockPlaces(tx, workspaceId, ids)).map((place) => [place.id, place]));
  const places = ids.flatMap((id) => locked.get(id) ?? []);
  if (places.length < ids.length) return err({ kind: 'not-found' });
  const moved = places.find((place, index) => place.version !== seen[index]?.version);
  if (moved) return err(await changedBy(tx, actor, moved));
  if (await hasReplyUnderWay(tx, workspaceId, ids)) return err({ kind: 'reply-under-way' });
  if ((await countMentions(tx, workspaceId, ids)) > MOST_MENTIONS) return err({ kind: 'too-much-at-once' });
  return ok(places);
};

const changedBy = async (
  tx: Transaction,
  actor: Member,
  { changedBy: personId }: LockedPlace,
): Promise<BeginFailure> => {
  if (!personId) return { kind: 'changed', byName: null };
  const names = await personNames(tx, actor.workspaceId, [personId]);
  return { kind: 'changed', byName: names.get(personId) ?? null };
};
