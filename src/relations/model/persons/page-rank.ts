import { transposed } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';

export type PageRankOptions = {
  /** Chance of going on along a tie rather than anywhere; .85 when not given. */
  readonly damping?: number;
  /** How far all ranks together may be off; 1e-10 when not given. */
  readonly tolerance?: number;
  readonly mostSweeps?: number;
};

/**
 * PageRank (Brin and Page 1998) of a graph whose arcs run from who answers to who is answered, by weight: one is esteemed
 * whose words are taken up by esteemed people. Ranks sum to 1; whoever answers nobody counts as answering all alike.
 * Solved as a linear system by Gauss and Seidel, which needs about half the sweeps of the power method (Del Corso,
 * Gulli, Romani, "Fast PageRank computation via a sparse linear system", Internet Mathematics 2, 2005).
 */
export const pageRank = (graph: Graph, options: PageRankOptions = {}): Float64Array => {
  const { damping = 0.85, tolerance = 1e-10, mostSweeps = 1_000 } = options;
  const { nodes } = graph;
  const answered = transposed(graph);
  const out = strengths(graph);
  const start = nodes === 0 ? 0 : 1 / nodes;
  /** Rank given on per unit of weight. */
  const given = out.map((sum) => (sum > 0 ? start / sum : 0));
  const rank = new Float64Array(nodes).fill(start);
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const change = sweepOnce(answered, out, rank, given, damping);
    // A sweep that changes x by d leaves an error of at most d * damping / (1 - damping).
    if ((change * damping) / (1 - damping) < tolerance * total(rank)) break;
  }
  // Who answers nobody only scales what the system says (ibid., theorem 1).
  const whole = total(rank);
  return whole > 0 ? rank.map((value) => value / whole) : rank;
};

const sweepOnce = (
  answered: Graph,
  out: Float64Array,
  rank: Float64Array,
  given: Float64Array,
  damping: number,
): number => {
  const { nodes, offsets, targets, weights } = answered;
  const base = (1 - damping) / nodes;
  let change = 0;
  for (let node = 0; node < nodes; node += 1) {
    const end = offsets[node + 1] as number;
    let sum = 0;
    if (weights === null)
      for (let arc = offsets[node] as number; arc < end; arc += 1)
        sum += given[targets[arc] as number] as number;
    else
      for (let arc = offsets[node] as number; arc < end; arc += 1)
        sum += (given[targets[arc] as number] as number) * (weights[arc] as number);
    const value = base + damping * sum;
    change += Math.abs(value - (rank[node] as number));
    rank[node] = value;
    const strength = out[node] as number;
    if (strength > 0) given[node] = value / strength;
  }
  return change;
};

const strengths = ({ nodes, offsets, weights }: Graph): Float64Array => {
  const sums = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const begin = offsets[node] as number;
    const end = offsets[node + 1] as number;
    let sum = end - begin;
    if (weights) {
      sum = 0;
      for (let arc = begin; arc < end; arc += 1) sum += weights[arc] as number;
    }
    sums[node] = sum;
  }
  return sums;
};

const total = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
