import { newcomer } from './find-communities.ts';

export type CommunityMatch = {
  /** By community of today: the one of yesterday whose name it keeps, or -1 for a new one. */
  readonly kept: Int32Array;
  /** Communities of yesterday of which nothing goes on. */
  readonly ended: readonly number[];
  /** Those of yesterday that came apart: the community of today that goes on, and those that left it. */
  readonly splits: readonly {
    readonly from: number;
    readonly goesOn: number;
    readonly left: readonly number[];
  }[];
  /** Those of today that took in others: the community of yesterday that goes on, and those that joined it. */
  readonly merges: readonly {
    readonly into: number;
    readonly goesOn: number;
    readonly joined: readonly number[];
  }[];
};

/** Two communities with less in common than this (Jaccard) are two, however alone they stand. */
const leastInCommon = 0.1;
/** A community went over into another when at least this share of its people did. */
const most = 0.5;

/**
 * Which communities of today are those of yesterday: pairs by largest Jaccard similarity first, each community once
 * (Greene, Doyle, Cunningham, "Tracking the evolution of communities in dynamic social networks", ASONAM 2010, with one
 * name for each). Of equal pairs the bigger in common, then the lower labels: the same input gives the same answer.
 * `today` and `yesterday` are labels of the same nodes; `newcomer` in `yesterday` for those that were not there.
 */
export const matchCommunities = (today: Uint32Array, yesterday: Uint32Array): CommunityMatch => {
  if (today.length !== yesterday.length) throw new RangeError('the labels are of different sizes');
  const now = sizesOf(today);
  const before = sizesOf(yesterday);
  const pairs = pairsOf(today, yesterday, now, before);
  const kept = new Int32Array(now.length).fill(-1);
  const heir = new Int32Array(before.length).fill(-1);
  for (const { one, other, likeness } of pairs) {
    if (likeness < leastInCommon || kept[one] !== -1 || heir[other] !== -1) continue;
    kept[one] = other;
    heir[other] = one;
  }
  return {
    kept,
    ended: [...before.keys()].filter((id) => (before[id] as number) > 0 && heir[id] === -1),
    splits: splitsOf(pairs, kept, heir, now),
    merges: mergesOf(pairs, kept, heir, before),
  };
};

type Pair = {
  readonly one: number;
  readonly other: number;
  readonly common: number;
  readonly likeness: number;
};

const sizesOf = (labels: Uint32Array): number[] => {
  const sizes: number[] = [];
  for (const label of labels) {
    if (label === newcomer) continue;
    while (sizes.length <= label) sizes.push(0);
    sizes[label] = (sizes[label] as number) + 1;
  }
  return sizes;
};

const pairsOf = (
  today: Uint32Array,
  yesterday: Uint32Array,
  now: readonly number[],
  before: readonly number[],
): readonly Pair[] => {
  const common = new Map<number, number>();
  for (let node = 0; node < today.length; node += 1) {
    const other = yesterday[node] as number;
    if (other === newcomer) continue;
    const key = (today[node] as number) * before.length + other;
    common.set(key, (common.get(key) ?? 0) + 1);
  }
  const pairs = [...common].map(([key, count]): Pair => {
    const one = Math.floor(key / before.length);
    const other = key % before.length;
    const likeness = count / ((now[one] as number) + (before[other] as number) - count);
    return { one, other, common: count, likeness };
  });
  return pairs.sort(
    (a, b) => b.likeness - a.likeness || b.common - a.common || a.other - b.other || a.one - b.one,
  );
};

const splitsOf = (
  pairs: readonly Pair[],
  kept: Int32Array,
  heir: Int32Array,
  now: readonly number[],
): CommunityMatch['splits'] => {
  const left = pairs.filter(
    ({ one, other, common }) =>
      kept[one] === -1 && heir[other] !== -1 && common >= most * (now[one] as number),
  );
  return grouped(
    left,
    ({ other }) => other,
    ({ one }) => one,
  ).map(([from, those]) => ({
    from,
    goesOn: heir[from] as number,
    left: those,
  }));
};

const mergesOf = (
  pairs: readonly Pair[],
  kept: Int32Array,
  heir: Int32Array,
  before: readonly number[],
): CommunityMatch['merges'] => {
  const joined = pairs.filter(
    ({ one, other, common }) =>
      kept[one] !== -1 && heir[other] === -1 && common >= most * (before[other] as number),
  );
  return grouped(
    joined,
    ({ one }) => one,
    ({ other }) => other,
  ).map(([into, those]) => ({
    into,
    goesOn: kept[into] as number,
    joined: those,
  }));
};

const grouped = (
  pairs: readonly Pair[],
  by: (pair: Pair) => number,
  what: (pair: Pair) => number,
): readonly (readonly [number, readonly number[]])[] => {
  const found = new Map<number, number[]>();
  for (const pair of pairs) found.set(by(pair), [...(found.get(by(pair)) ?? []), what(pair)]);
  return [...found]
    .map(([key, those]) => [key, those.sort((a, b) => a - b)] as const)
    .sort(([a], [b]) => a - b);
};
