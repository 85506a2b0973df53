import type { Graph } from '../graph/graph.ts';

/**
 * Newman's modularity of a partition: sum over communities of (inside / 2m) - resolution (strength / 2m)^2, where
 * `inside` counts each tie twice (Newman and Girvan 2004; resolution after Reichardt and Bornholdt 2006).
 * Undirected graphs only; `labels` may be any numbers. A graph without ties has 0.
 */
export const modularityOf = (graph: Graph, labels: Uint32Array, resolution = 1): number => {
  const { nodes, offsets, targets, weights } = graph;
  const number = new Map<number, number>();
  const strength: number[] = [];
  let inside = 0;
  let total = 0;
  for (let node = 0; node < nodes; node += 1) {
    const own = labels[node] as number;
    const to = offsets[node + 1] as number;
    let all = 0;
    for (let at = offsets[node] as number; at < to; at += 1) {
      const weight = weights === null ? 1 : (weights[at] as number);
      all += weight;
      if (labels[targets[at] as number] === own) inside += weight;
    }
    const known = number.get(own);
    if (known === undefined) {
      number.set(own, strength.length);
      strength.push(all);
    } else strength[known] = (strength[known] as number) + all;
    total += all;
  }
  if (total === 0) return 0;
  let expected = 0;
  for (const sum of strength) expected += (sum / total) ** 2;
  return inside / total - resolution * expected;
};
