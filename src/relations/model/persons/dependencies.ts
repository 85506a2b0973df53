import type { Graph } from '../graph/graph.ts';

/** By node, over the pivots taken so far: what Brandes calls its dependency, summed, and its squares summed. */
export type Dependencies = {
  readonly sum: Float64Array;
  readonly squares: Float64Array;
};

/**
 * The dependency of every pivot on every node: the share of the shortest paths from the pivot that lead through it
 * (Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25, 2001). Paths by
 * steps: weights do not count. In an undirected graph a path counts twice by how far along it the node lies, so that
 * both its ends together give the same sum, and those beside a pivot are not overestimated (Geisberger, Sanders,
 * Schultes, "Better approximation of betweenness centrality", ALENEX 2008, linear scaling).
 * Time in proportion to ties times pivots; `told` hears how many pivots are done.
 */
export const sumDependencies = (
  graph: Graph,
  pivots: Uint32Array,
  told: (pivots: number) => void = () => {},
): Dependencies => {
  const { nodes } = graph;
  const sum = new Float64Array(nodes);
  const squares = new Float64Array(nodes);
  const search: Search = {
    order: new Uint32Array(nodes),
    steps: new Int32Array(nodes).fill(-1),
    paths: new Float64Array(nodes),
    through: new Float64Array(nodes),
  };
  pivots.forEach((pivot, index) => {
    const reached = searchFrom(graph, pivot, search);
    gatherBack(graph, reached, search);
    for (let at = reached - 1; at >= 0; at -= 1) {
      const node = search.order[at] as number;
      const along = graph.directed ? 1 : 2 * (search.steps[node] as number);
      const value = node === pivot ? 0 : along * (search.through[node] as number);
      sum[node] = (sum[node] as number) + value;
      squares[node] = (squares[node] as number) + value * value;
      search.steps[node] = -1;
    }
    told(index + 1);
  });
  return { sum, squares };
};

type Search = {
  /** Nodes by distance from the pivot. */
  readonly order: Uint32Array;
  /** -1: not reached. */
  readonly steps: Int32Array;
  /** How many shortest paths lead here. */
  readonly paths: Float64Array;
  readonly through: Float64Array;
};

const searchFrom = (graph: Graph, pivot: number, { order, steps, paths, through }: Search): number => {
  const { offsets, targets } = graph;
  order[0] = pivot;
  steps[pivot] = 0;
  paths[pivot] = 1;
  through[pivot] = 0;
  let reached = 1;
  for (let at = 0; at < reached; at += 1) {
    const node = order[at] as number;
    const next = (steps[node] as number) + 1;
    const ways = paths[node] as number;
    const end = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < end; arc += 1) {
      const other = targets[arc] as number;
      const known = steps[other] as number;
      if (known === next) paths[other] = (paths[other] as number) + ways;
      else if (known === -1) {
        steps[other] = next;
        paths[other] = ways;
        through[other] = 0;
        order[reached++] = other;
      }
    }
  }
  return reached;
};

/** From the furthest back to the pivot: everyone hears from those one step further on. */
const gatherBack = (graph: Graph, reached: number, { order, steps, paths, through }: Search): void => {
  const { offsets, targets } = graph;
  for (let at = reached - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    const next = (steps[node] as number) + 1;
    const own = graph.directed ? 1 : 1 / next;
    const end = offsets[node + 1] as number;
    let sum = 0;
    for (let arc = offsets[node] as number; arc < end; arc += 1) {
      const other = targets[arc] as number;
      if (steps[other] === next) sum += (own + (through[other] as number)) / (paths[other] as number);
    }
    through[node] = sum * (paths[node] as number);
  }
};
