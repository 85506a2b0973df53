import { shuffled } from '../communities/shuffled.ts';
import type { Graph } from '../graph/graph.ts';
import { createRandom } from '../graph/random.ts';
import { type Dependencies, sumDependencies } from './dependencies.ts';

export type Betweenness = {
  /** By node: the share of all shortest paths between two others that lead through it, 0 to 1 (as networkx normalises). */
  readonly value: Float64Array;
  /**
   * By node: the standard error of that, from how much the pivots differ, and never less than is usual for so many
   * pivots: where paths come from a few people whom no pivot met, pivots differ too little. 0 when all were pivots.
   */
  readonly error: Float64Array;
  readonly pivots: number;
};

/** With fewer, the error is too large for any statement. */
export const fewestPivots = 512;

/** Pivots usually differ so many times their mean: on real graphs the error is about .35 * sqrt(100 / pivots) of the value. */
const usualSpread = 3.5;

/**
 * Betweenness (Freeman 1977) estimated from some pivots drawn at random (Brandes and Pich, "Centrality estimation in
 * large networks", 2007), with its error; exact where the graph has no more nodes than pivots. Never from fewer than 512.
 */
export const sampledBetweenness = (
  graph: Graph,
  options: { readonly seed: number; readonly pivots?: number },
): Betweenness => {
  const pivots = choosePivots(graph.nodes, options);
  return betweennessFrom(graph, sumDependencies(graph, pivots), pivots.length);
};

/** Drawn without putting back; all nodes where there are no more. */
export const choosePivots = (
  nodes: number,
  { seed, pivots = fewestPivots }: { readonly seed: number; readonly pivots?: number },
): Uint32Array => {
  if (pivots < fewestPivots)
    throw new RangeError(`betweenness is never estimated from fewer than ${fewestPivots} pivots`);
  return shuffled(nodes, createRandom(seed)).slice(0, pivots);
};

/** `dependencies` summed over `pivots` pivots, in one go or in parts. */
export const betweennessFrom = (graph: Graph, dependencies: Dependencies, pivots: number): Betweenness => {
  const { nodes } = graph;
  // Every ordered pair of others once; of an undirected graph both sums count each pair twice, and the ratio stays.
  const pairs = (nodes - 1) * (nodes - 2);
  const scale = pairs > 0 && pivots > 0 ? nodes / pairs : 0;
  const left = nodes > 1 && pivots > 1 ? (1 - pivots / nodes) / pivots : 0;
  const value = dependencies.sum.map((sum) => (sum / Math.max(1, pivots)) * scale);
  const error = dependencies.squares.map((squares, node) => {
    const mean = (dependencies.sum[node] as number) / Math.max(1, pivots);
    const variance = Math.max(0, squares - pivots * mean * mean) / Math.max(1, pivots - 1);
    return Math.sqrt(left) * scale * Math.max(Math.sqrt(variance), usualSpread * mean);
  });
  return { value, error, pivots };
};

export const joinDependencies = (one: Dependencies, other: Dependencies): Dependencies => ({
  sum: one.sum.map((value, node) => value + (other.sum[node] as number)),
  squares: one.squares.map((value, node) => value + (other.squares[node] as number)),
});
