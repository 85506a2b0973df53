import type { Graph } from '../graph/graph.ts';
import { aggregate } from './aggregate.ts';
import { groundLevel } from './level.ts';

/**
 * The graph of communities: one node each, tied with the weight of all ties between their people. `labels` (below
 * `count`) of an undirected graph; ties inside a community do not appear.
 */
export const circleGraph = (graph: Graph, labels: Uint32Array, count: number): Graph => {
  const room = {
    targets: new Uint32Array(graph.targets.length),
    weights: new Float64Array(graph.targets.length),
  };
  const { offsets, targets, weights } = aggregate(groundLevel(graph), labels, count, room);
  const heavy = weights ?? new Float64Array(targets.length).fill(1);
  const sorted = { targets: new Uint32Array(targets.length), weights: new Float64Array(targets.length) };
  // The transposed of a symmetric graph is itself, with every row in order.
  const next = offsets.slice();
  for (let one = 0; one < count; one += 1)
    for (let at = offsets[one] as number; at < (offsets[one + 1] as number); at += 1) {
      const other = targets[at] as number;
      const place = next[other] as number;
      next[other] = place + 1;
      sorted.targets[place] = one;
      sorted.weights[place] = heavy[at] as number;
    }
  return { nodes: count, directed: false, offsets, ...sorted };
};
