import type { Graph } from '../graph/graph.ts';

/**
 * A graph as Leiden sees it at one of its levels: at first the graph itself, then its communities drawn together into
 * single nodes. What lies inside a drawn-together node counts in `strength` only: it never pulls the node anywhere.
 */
export type Level = {
  readonly nodes: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Null: every tie weighs 1. */
  readonly weights: Float64Array | null;
  /** Sum of the weights at each node (twice for what lies inside it). */
  readonly strength: Float64Array;
  /** Sum of all strengths: twice the weight of all ties. */
  readonly total: number;
};

/** The first level: an undirected graph as it is. */
export const groundLevel = (graph: Graph): Level => {
  const { nodes, offsets, targets, weights } = graph;
  const strength = new Float64Array(nodes);
  let total = 0;
  for (let node = 0; node < nodes; node += 1) {
    const from = offsets[node] as number;
    const to = offsets[node + 1] as number;
    let sum = to - from;
    if (weights) {
      sum = 0;
      for (let at = from; at < to; at += 1) sum += weights[at] as number;
    }
    strength[node] = sum;
    total += sum;
  }
  return { nodes, offsets, targets, weights, strength, total };
};

/** Modularity of a partition (ids below `level.nodes`): the same at every level for the same communities. */
export const qualityOf = (level: Level, community: Uint32Array, resolution: number): number => {
  const { nodes, offsets, targets, weights, strength, total } = level;
  if (total === 0) return 0;
  const heft = new Float64Array(nodes);
  let leaving = 0;
  for (let node = 0; node < nodes; node += 1) {
    const own = community[node] as number;
    heft[own] = (heft[own] as number) + (strength[node] as number);
    const to = offsets[node + 1] as number;
    for (let at = offsets[node] as number; at < to; at += 1)
      if (community[targets[at] as number] !== own) leaving += weights === null ? 1 : (weights[at] as number);
  }
  let expected = 0;
  for (let id = 0; id < nodes; id += 1) expected += ((heft[id] as number) / total) ** 2;
  return 1 - leaving / total - resolution * expected;
};
