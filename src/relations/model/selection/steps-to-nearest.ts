import type { Graph } from '../graph/graph.ts';

/** So many nodes are looked at before giving up: a member far from all others is "far", whatever the number. */
const MOST_LOOKED_AT = 20_000;

/** Steps along ties from a node to the nearest other of `members`; null when none is found. Breadth first. */
export const stepsToNearest = (graph: Graph, node: number, members: ReadonlySet<number>): number | null => {
  const seen = new Set([node]);
  let ring = [node];
  for (let steps = 1; ring.length > 0 && seen.size < MOST_LOOKED_AT; steps++) {
    const next: number[] = [];
    for (const one of ring)
      for (let tie = graph.offsets[one] as number; tie < (graph.offsets[one + 1] as number); tie++) {
        const other = graph.targets[tie] as number;
        if (seen.has(other)) continue;
        if (members.has(other)) return steps;
        seen.add(other);
        next.push(other);
      }
    ring = next;
  }
  return null;
};
