import type { Graph } from '../graph/graph.ts';
import { type ReverseSets, totalWeight } from './reverse-sets.ts';

/** So many of the largest circles are paired: 2,016 pairs, whatever the graph. */
const MOST_CIRCLES = 64;
/** A node is in touch with a circle by so many ties, or by this share of its own. */
const FEWEST_TIES = 2;
const LEAST_SHARE = 0.1;

/**
 * Pairs of circles as sets: a node stands in the set of a pair when it is in touch with both. What a pair is worth goes
 * with the root of the product of their sizes; all together they are worth 1 (or nothing, without two circles).
 */
export const circlePairs = (graph: Graph, communities: Uint32Array): ReverseSets => {
  const circles = largest(communities);
  const members = new Map<number, number[]>();
  for (let node = 0; node < graph.nodes; node++) {
    const touched = circlesTouched(graph, communities, node)
      .flatMap((circle) => circles.get(circle)?.place ?? [])
      .sort((a, b) => a - b);
    for (const [at, first] of touched.entries())
      for (const second of touched.slice(at + 1)) {
        const pair = first * MOST_CIRCLES + second;
        const list = members.get(pair);
        if (list) list.push(node);
        else members.set(pair, [node]);
      }
  }
  return packed(members, sizesByPlace(circles));
};

/** The circles that a node is in touch with: its own, and those where enough of its ties end. */
export const circlesTouched = (graph: Graph, communities: Uint32Array, node: number): number[] => {
  const counts = tiesByCircle(graph, communities, node);
  const ties = (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
  const own = communities[node] as number;
  const touched = [...counts].filter(
    ([circle, count]) => circle !== own && (count >= FEWEST_TIES || count >= ties * LEAST_SHARE),
  );
  return [own, ...touched.map(([circle]) => circle)];
};

/** How many ties of a node end in each circle. */
export const tiesByCircle = (graph: Graph, communities: Uint32Array, node: number): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const other of graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1])) {
    const circle = communities[other] as number;
    counts.set(circle, (counts.get(circle) ?? 0) + 1);
  }
  return counts;
};

type Circles = Map<number, { readonly place: number; readonly size: number }>;

const largest = (communities: Uint32Array): Circles => {
  const sizes = new Map<number, number>();
  for (const circle of communities) sizes.set(circle, (sizes.get(circle) ?? 0) + 1);
  const order = [...sizes].filter(([, size]) => size > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Map(order.slice(0, MOST_CIRCLES).map(([circle, size], place) => [circle, { place, size }]));
};

const sizesByPlace = (circles: Circles): number[] => [...circles.values()].map(({ size }) => size);

const packed = (members: Map<number, number[]>, sizes: readonly number[]): ReverseSets => {
  const pairs = [...members].sort(([a], [b]) => a - b);
  const offsets = new Uint32Array(pairs.length + 1);
  for (const [at, [, list]] of pairs.entries()) offsets[at + 1] = (offsets[at] as number) + list.length;
  const weights = Float64Array.from(pairs, ([pair]) =>
    Math.sqrt((sizes[Math.floor(pair / MOST_CIRCLES)] as number) * (sizes[pair % MOST_CIRCLES] as number)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    count: pairs.length,
    offsets,
    members: Uint32Array.from(pairs.flatMap(([, list]) => list)),
    chances: null,
    weights: weights.map((weight) => weight / all),
  };
};

/**
 * One goal of two: people reached weigh 1 - `spread`, pairs of circles `spread`. All together are worth what the people
 * alone were, so that shares stay comparable.
 */
export const withPairs = (people: ReverseSets, pairs: ReverseSets | null, spread: number): ReverseSets => {
  if (pairs === null || pairs.count === 0 || spread <= 0) return people;
  const worth = totalWeight(people);
  const weights = new Float64Array(people.count + pairs.count);
  if (people.weights) weights.set(people.weights);
  else weights.fill(1, 0, people.count);
  weights.set(pairs.weights ?? [], people.count);
  const offsets = new Uint32Array(weights.length + 1);
  offsets.set(people.offsets);
  const shift = people.members.length;
  offsets.set(
    pairs.offsets.map((offset) => offset + shift),
    people.count,
  );
  const members = new Uint32Array(shift + pairs.members.length);
  members.set(people.members);
  members.set(pairs.members, shift);
  const chances = people.chances && new Float32Array(members.length).fill(1);
  if (chances && people.chances) chances.set(people.chances);
  const scaled = weights.map((weight, set) =>
    set < people.count ? weight * (1 - spread) : weight * spread * worth,
  );
  return { count: weights.length, offsets, members, chances, weights: scaled };
};
