import type { Graph } from '../graph/graph.ts';

/**
 * How evenly a person's ties spread over communities: P_i = 1 - sum over communities c of (s_ic / s_i)^2, where s_ic is
 * the strength of i's ties into c (Guimera and Amaral, "Functional cartography of complex metabolic networks", Nature
 * 433, 2005). 0: all in one community, or no ties; near 1: a little everywhere. `labels` below `count`.
 */
export const participationOf = (graph: Graph, labels: Uint32Array, count: number): Float64Array => {
  const { nodes, offsets, targets, weights } = graph;
  const into = new Float64Array(count);
  const met = new Uint32Array(count);
  const participation = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const end = offsets[node + 1] as number;
    let all = 0;
    let mets = 0;
    for (let arc = offsets[node] as number; arc < end; arc += 1) {
      const there = labels[targets[arc] as number] as number;
      const weight = weights === null ? 1 : (weights[arc] as number);
      if (into[there] === 0) met[mets++] = there;
      into[there] = (into[there] as number) + weight;
      all += weight;
    }
    let alike = 0;
    for (let index = 0; index < mets; index += 1) {
      const there = met[index] as number;
      alike += ((into[there] as number) / all) ** 2;
      into[there] = 0;
    }
    // With all ties in one community rounding must not leave a trace of others.
    participation[node] = mets < 2 ? 0 : 1 - alike;
  }
  return participation;
};
