import type { Standing } from './arrangement.ts';
import { keyOf, type Linked, linkKeys } from './thread-key.ts';

/** A mention as dividing needs it. */
export type Divisible = Linked & { readonly id: string; readonly connectionId: string };

export type Sides<Side> = {
  readonly sideOf: ReadonlyMap<string, Side>;
  /** Which native ids go with which side; those not named stay where they are. */
  readonly keys: readonly { readonly connectionId: string; readonly key: string; readonly side: Side }[];
};

/**
 * Divides a thread that had been joined: mentions whose side is known keep it, those that came since go where they point
 * to most nearly, the oldest first, and stay with `rest` when they point to nothing that is known.
 */
export const divide = <Side>(
  known: ReadonlyMap<string, Side>,
  mentions: readonly Divisible[],
  rest: Side,
): Sides<Side> => {
  const keys = new Map<string, Sides<Side>['keys'][number]>();
  const sideOf = new Map<string, Side>();
  const own = mentions.filter(({ id }) => known.has(id));
  const since = mentions.filter(({ id }) => !known.has(id));
  const claim = ({ connectionId }: Divisible, key: string, side: Side, isOwn: boolean) => {
    const place = `${connectionId} ${key}`;
    if (isOwn || !keys.has(place)) keys.set(place, { connectionId, key, side });
  };
  for (const mention of own) {
    const side = known.get(mention.id) as Side;
    sideOf.set(mention.id, side);
    for (const key of linkKeys(mention)) claim(mention, key, side, false);
  }
  for (const mention of own) claim(mention, keyOf(mention.nativeId), known.get(mention.id) as Side, true);
  for (const mention of since) {
    const links = linkKeys(mention);
    const near = links.map((key) => keys.get(`${mention.connectionId} ${key}`)).find(Boolean);
    const side = near ? near.side : rest;
    sideOf.set(mention.id, side);
    for (const key of links) claim(mention, key, side, false);
  }
  return { sideOf, keys: [...keys.values()] };
};

type Place = Pick<Standing, 'status' | 'assigneeId' | 'teamId' | 'snoozedUntil'>;

/** How the thread that stayed stands again: what nobody has touched since the joining is as before it. */
export const standingAgain = (before: Standing, after: Standing, now: Standing): Standing => ({
  ...(hasSameStatus(after, now) ? statusOf(before) : statusOf(now)),
  assigneeId: now.assigneeId === after.assigneeId ? before.assigneeId : now.assigneeId,
  teamId: now.teamId === after.teamId ? before.teamId : now.teamId,
  labelIds: isSameSet(now.labelIds, after.labelIds) ? before.labelIds : now.labelIds,
  followerIds: isSameSet(now.followerIds, after.followerIds) ? before.followerIds : now.followerIds,
  reads: readsAgain(before, after, now),
});

/** How a part stands when it is itself again: as it stood, but what somebody did to both since holds for it too. */
export const partAgain = (part: Standing, after: Standing, now: Standing): Standing => ({
  ...(hasSameStatus(after, now) ? statusOf(part) : statusOf(now)),
  assigneeId: now.assigneeId === after.assigneeId ? part.assigneeId : now.assigneeId,
  teamId: now.teamId === after.teamId ? part.teamId : now.teamId,
  labelIds: part.labelIds,
  followerIds: part.followerIds,
  reads: readsAgain(part, after, now),
});

const statusOf = ({ status, snoozedUntil }: Place) => ({ status, snoozedUntil });

const hasSameStatus = (one: Place, other: Place): boolean =>
  one.status === other.status && one.snoozedUntil === other.snoozedUntil;

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Whoever has read on since has read both; the others have read as far as they had. */
const readsAgain = (was: Standing, after: Standing, now: Standing): Standing['reads'] => {
  const marked = new Map(after.reads.map((read) => [read.personId, read.readUntil]));
  const since = now.reads.filter(({ personId, readUntil }) => marked.get(personId) !== readUntil);
  const hasReadOn = new Set(since.map(({ personId }) => personId));
  return [...was.reads.filter(({ personId }) => !hasReadOn.has(personId)), ...since];
};
