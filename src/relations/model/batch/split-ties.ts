import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import type { TieColumns } from '../ties/gather-ties.ts';

/** What passes between each person and us, by place. */
export type OurTies = {
  /** Decayed sums, theirs to us and ours to them. */
  readonly inward: Float64Array;
  readonly outward: Float64Array;
  /** Milliseconds; minus infinity when there was nothing. */
  readonly lastAt: Float64Array;
  /** -1..1: what of the strength was lost, or gained, in the last quarter (`trendOf`). */
  readonly trend: Float64Array;
};

/** Ties gathered with ourselves as the last place, told apart: ours, and those among people outside. */
export const splitTies = (
  ties: TieColumns,
  people: number,
): { readonly ours: Omit<OurTies, 'trend'>; readonly among: TieColumns } => {
  const ours: Omit<OurTies, 'trend'> = {
    inward: new Float64Array(people),
    outward: new Float64Array(people),
    lastAt: new Float64Array(people).fill(Number.NEGATIVE_INFINITY),
  };
  const isOurs = (tie: number): boolean => ties.b[tie] === people;
  ties.b.forEach((_, tie) => {
    if (!isOurs(tie)) return;
    const person = ties.a[tie] ?? 0;
    ours.inward[person] = ties.intensityAb[tie] ?? 0;
    ours.outward[person] = ties.intensityBa[tie] ?? 0;
    ours.lastAt[person] = ties.lastAt[tie] ?? 0;
  });
  const others = (_: number, tie: number): boolean => !isOurs(tie);
  const among: TieColumns = {
    a: ties.a.filter(others),
    b: ties.b.filter(others),
    intensityAb: ties.intensityAb.filter(others),
    intensityBa: ties.intensityBa.filter(others),
    lastAt: ties.lastAt.filter(others),
    events: ties.events.filter(others),
  };
  return { ours, among };
};

type TieWeights = Pick<TieColumns, 'a' | 'b' | 'intensityAb' | 'intensityBa'>;

/** Undirected, weighted by strength, in memory that workers read without a copy. */
export const strengthGraph = (people: number, { a, b, intensityAb, intensityBa }: TieWeights): Graph =>
  buildGraph({
    nodes: people,
    from: a,
    to: b,
    weight: intensityAb.map((intensity, tie) => intensity + (intensityBa[tie] ?? 0)),
    directed: false,
    shared: true,
  });

/** Directed: who answers, speaks to or welcomes whom, weighted by what of it is still fresh. */
export const answerGraph = (people: number, { a, b, intensityAb, intensityBa }: TieWeights): Graph => {
  const ways = a.length * 2;
  const [from, to, weight] = [new Uint32Array(ways), new Uint32Array(ways), new Float64Array(ways)];
  let count = 0;
  const add = (source: number, target: number, intensity: number): void => {
    if (!(intensity > 0)) return;
    from[count] = source;
    to[count] = target;
    weight[count] = intensity;
    count += 1;
  };
  a.forEach((one, tie) => {
    const other = b[tie] ?? 0;
    add(one, other, intensityAb[tie] ?? 0);
    add(other, one, intensityBa[tie] ?? 0);
  });
  const [tails, heads] = [from.subarray(0, count), to.subarray(0, count)];
  return buildGraph({
    nodes: people,
    from: tails,
    to: heads,
    weight: weight.subarray(0, count),
    directed: true,
    shared: true,
  });
};

/** Where the arc stands in `targets`, by halving; -1 when there is none. */
export const arcOf = ({ offsets, targets }: Graph, from: number, to: number): number => {
  let low = offsets[from] ?? 0;
  let high = (offsets[from + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const target = targets[middle] ?? 0;
    if (target === to) return middle;
    if (target < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
