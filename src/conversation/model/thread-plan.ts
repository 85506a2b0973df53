import type { ConnectionId, MentionId, ThreadId } from '../../platform/ids.ts';
import { isOrphanReply, SUBJECT_WINDOW_MS, subjectKey } from './subject-key.ts';
import { linkKeys, threadKey } from './thread-key.ts';

/** What threading needs to know of a mention. */
export type MentionFacts = {
  readonly id: MentionId;
  readonly connectionId: ConnectionId;
  readonly channel: string;
  readonly nativeId: string;
  readonly rootNativeId: string | null;
  readonly parentNativeId: string | null;
  readonly references: readonly string[];
  readonly authorId: string;
  readonly form: string;
  readonly title: string | null;
  readonly ours: boolean;
  readonly addressed: boolean;
  readonly matched: boolean;
  readonly automatic: boolean;
  readonly removed: boolean;
  readonly saidAt: Date;
};

export type ThreadKey = {
  readonly connectionId: ConnectionId;
  readonly key: string;
  readonly threadId: ThreadId;
};

/** A mention of the same subject and counterpart that is already in a thread. */
export type SubjectNeighbour = {
  readonly subjectKey: string;
  readonly orphan: boolean;
  readonly saidAt: Date;
  readonly threadId: ThreadId;
};

/** What is known before a batch: whatever of it concerns the batch's mentions. */
export type KnownThreads = {
  readonly keys: readonly ThreadKey[];
  readonly threadOfMention: ReadonlyMap<MentionId, ThreadId>;
  readonly neighbours: readonly SubjectNeighbour[];
  /** Of the mentions in threads those that were taken back before. */
  readonly removed?: ReadonlySet<MentionId>;
};

export type NewThread = {
  readonly id: ThreadId;
  readonly connectionId: ConnectionId;
  readonly channel: string;
  readonly rootKey: string;
};

export type ThreadPlan = {
  readonly newThreads: readonly NewThread[];
  readonly threadOfMention: ReadonlyMap<MentionId, ThreadId>;
  /** Threads that turned out to be one: each `from` ends, `into` is the older. */
  readonly merges: readonly { readonly from: ThreadId; readonly into: ThreadId }[];
  /** Keys that no thread had. */
  readonly newKeys: readonly ThreadKey[];
};

/** Two threads that a person has said to be two. */
export type Parting = readonly [ThreadId, ThreadId];

/**
 * Puts a batch of mentions into threads: whatever shares a native id is one conversation, found by union of
 * sets, so that every order of arrival and every cut into batches ends in the same threads. Ids sort by age.
 * What a person has parted stays apart: a mention that names both belongs where it points to most nearly.
 */
export const planThreads = (
  batch: readonly MentionFacts[],
  known: KnownThreads,
  newThreadId: () => ThreadId,
  partings: readonly Parting[] = [],
): ThreadPlan => {
  const sets = createSets(partings);
  const keys = new Map(known.keys.map((key) => [keyPlace(key.connectionId, key.key), key.threadId]));
  const newThreads = new Map<ThreadId, NewThread>();
  const newKeys = new Map<string, ThreadKey>();
  const neighbours = Map.groupBy(known.neighbours, (neighbour) => neighbour.subjectKey);
  const placed = new Map<MentionId, ThreadId>();

  for (const mention of batch) {
    const links = linkKeys(mention);
    const near = neighboursOf(mention, neighbours);
    const before = [
      placed.get(mention.id) ?? known.threadOfMention.get(mention.id),
      ...links.map((key) => keys.get(keyPlace(mention.connectionId, key))),
      ...near.map((neighbour) => neighbour.threadId),
    ].filter((id) => id !== undefined);
    const threadId = before.length > 0 ? sets.join(before) : newThreadId();
    if (before.length === 0) newThreads.set(threadId, newThread(threadId, mention));
    placed.set(mention.id, threadId);
    for (const key of links) {
      const place = keyPlace(mention.connectionId, key);
      if (keys.has(place)) continue;
      keys.set(place, threadId);
      newKeys.set(place, { connectionId: mention.connectionId, key, threadId });
    }
    remember(mention, threadId, neighbours);
  }

  return {
    newThreads: [...newThreads.values()].filter((thread) => sets.find(thread.id) === thread.id),
    threadOfMention: new Map([...placed].map(([id, threadId]) => [id, sets.find(threadId)])),
    merges: sets.joined().filter(({ from }) => !newThreads.has(from)),
    newKeys: [...newKeys.values()].map((key) => ({ ...key, threadId: sets.find(key.threadId) })),
  };
};

const newThread = (id: ThreadId, mention: MentionFacts): NewThread => ({
  id,
  connectionId: mention.connectionId,
  channel: mention.channel,
  rootKey: threadKey(mention),
});

const keyPlace = (connectionId: ConnectionId, key: string): string => `${connectionId} ${key}`;

/** By subject two mails belong together when one of them is a reply that does not say to what. */
const neighboursOf = (
  mention: MentionFacts,
  neighbours: ReadonlyMap<string, readonly SubjectNeighbour[]>,
): readonly SubjectNeighbour[] => {
  const subject = subjectKey(mention);
  if (subject === null) return [];
  const orphan = isOrphanReply(mention);
  return (neighbours.get(subject) ?? []).filter(
    (other) =>
      (orphan || other.orphan) &&
      Math.abs(other.saidAt.getTime() - mention.saidAt.getTime()) <= SUBJECT_WINDOW_MS,
  );
};

const remember = (
  mention: MentionFacts,
  threadId: ThreadId,
  neighbours: Map<string, SubjectNeighbour[]>,
): void => {
  const subject = subjectKey(mention);
  if (subject === null) return;
  const neighbour = { subjectKey: subject, orphan: isOrphanReply(mention), saidAt: mention.saidAt, threadId };
  neighbours.set(subject, [...(neighbours.get(subject) ?? []), neighbour]);
};

/** Union-find over thread ids: the oldest (smallest) id stands for its set. Sets with a parted pair across them never join. */
const createSets = (partings: readonly Parting[]) => {
  const parents = new Map<ThreadId, ThreadId>();
  const find = (id: ThreadId): ThreadId => {
    let top = id;
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next;
    return top;
  };
  const areParted = (one: ThreadId, other: ThreadId): boolean =>
    partings.some(
      ([left, right]) =>
        (find(left) === one && find(right) === other) || (find(left) === other && find(right) === one),
    );
  return {
    find,
    /** The nearest first: its set takes in the others, one by one, as far as nobody has parted them. */
    join: (ids: readonly ThreadId[]): ThreadId => {
      let top = find(ids[0] as ThreadId);
      for (const id of ids.slice(1)) {
        const other = find(id);
        if (other === top || areParted(top, other)) continue;
        const [oldest, younger] = top < other ? [top, other] : [other, top];
        parents.set(younger, oldest);
        top = oldest;
      }
      return top;
    },
    joined: () => [...parents.keys()].map((from) => ({ from, into: find(from) })),
  };
};
