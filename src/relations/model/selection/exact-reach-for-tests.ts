import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';

/** Who listens to whom among six: few enough ties that every world can be gone through. */
const ties = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 3],
  [3, 0],
  [3, 4],
  [4, 1],
  [4, 5],
  [5, 2],
  [1, 5],
] as const;

export const smallGraph: Graph = buildGraph({
  nodes: 6,
  from: Uint32Array.from(ties, ([from]) => from),
  to: Uint32Array.from(ties, ([, to]) => to),
  directed: true,
});

/** How many a team reaches on average, over every world of ties that carry or do not (live-edge view of the cascade). */
export const reachOf = (graph: Graph, chances: ArrayLike<number>, team: readonly number[]): number => {
  let reach = 0;
  for (let world = 0; world < 2 ** graph.targets.length; world++) {
    let likely = 1;
    for (let tie = 0; tie < graph.targets.length; tie++)
      likely *= (world >> tie) & 1 ? (chances[tie] as number) : 1 - (chances[tie] as number);
    if (likely > 0) reach += likely * reachedIn(graph, world, team);
  }
  return reach;
};

const reachedIn = (graph: Graph, world: number, team: readonly number[]): number => {
  const reached = new Set(team);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (let node = 0; node < graph.nodes; node++)
      for (let tie = graph.offsets[node] as number; tie < (graph.offsets[node + 1] as number); tie++)
        if ((world >> tie) & 1 && reached.has(graph.targets[tie] as number)) reached.add(node);
  }
  return reached.size;
};
