import type { Web } from './web.ts';

export type CirclePair = { strength: number; ties: number };

/** One number for an unordered pair of circles. */
export const pairKey = (web: Web, one: number, other: number): number =>
  Math.min(one, other) * web.circles + Math.max(one, other);

/** What joins each pair of different circles that is joined at all. */
export const circlePairs = (web: Web): ReadonlyMap<number, CirclePair> => {
  const pairs = new Map<number, CirclePair>();
  eachTie(web, (a, b, strength) => {
    const [one, other] = [circleAt(web, a), circleAt(web, b)];
    if (b < a || one < 0 || other < 0 || one === other) return;
    const key = pairKey(web, one, other);
    const pair = pairs.get(key) ?? { strength: 0, ties: 0 };
    pair.strength += strength;
    pair.ties += 1;
    pairs.set(key, pair);
  });
  return pairs;
};

export const circleAt = (web: Web, person: number): number => web.circleOf[person] ?? -1;

/** How many people are in each circle. */
export const circleSizes = (web: Web): Uint32Array => {
  const sizes = new Uint32Array(web.circles);
  for (const circle of web.circleOf) if (circle >= 0) sizes[circle] = (sizes[circle] ?? 0) + 1;
  return sizes;
};

/** Which circles somebody tied with us is in. */
export const reachedCircles = (web: Web): Uint8Array => {
  const reached = new Uint8Array(web.circles);
  web.circleOf.forEach((circle, person) => {
    if (circle >= 0 && (web.ours[person] ?? 0) > 0) reached[circle] = 1;
  });
  return reached;
};

/** The strength of a person's ties into each circle, and how many they are. */
export const tiesByCircle = (web: Web, person: number): Map<number, CirclePair> => {
  const found = new Map<number, CirclePair>();
  const { offsets, targets, weights } = web.graph;
  for (let at = offsets[person] ?? 0; at < (offsets[person + 1] ?? 0); at += 1) {
    const circle = circleAt(web, targets[at] ?? 0);
    if (circle < 0) continue;
    const sum = found.get(circle) ?? { strength: 0, ties: 0 };
    sum.strength += weights?.[at] ?? 1;
    sum.ties += 1;
    found.set(circle, sum);
  }
  return found;
};

const eachTie = (web: Web, visit: (a: number, b: number, strength: number) => void): void => {
  const { nodes, offsets, targets, weights } = web.graph;
  for (let a = 0; a < nodes; a += 1)
    for (let at = offsets[a] ?? 0; at < (offsets[a + 1] ?? 0); at += 1)
      visit(a, targets[at] ?? 0, weights?.[at] ?? 1);
};
