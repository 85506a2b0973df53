import type { Graph } from '../graph/graph.ts';

/**
 * PageRank (Brin and Page 1998) with jumps of .15: a surfer goes from a node to one of those whom it listens to, by
 * weight; from somebody who listens to nobody, anywhere. Sums to 1. Stops when a round moves less than 1e-9 in all,
 * after 100 rounds at most. O(rounds * ties).
 */
export const pagerank = (graph: Graph): Float64Array => {
  const { nodes, offsets, targets, weights } = graph;
  const out = outWeights(graph);
  let rank = new Float64Array(nodes).fill(1 / nodes);
  for (let round = 0; round < 100; round++) {
    const next = new Float64Array(nodes);
    let lost = 0;
    for (let node = 0; node < nodes; node++) {
      const all = out[node] as number;
      if (all === 0) {
        lost += rank[node] as number;
        continue;
      }
      const share = (rank[node] as number) / all;
      const end = offsets[node + 1] as number;
      for (let tie = offsets[node] as number; tie < end; tie++) {
        const heard = targets[tie] as number;
        next[heard] = (next[heard] as number) + share * (weights ? (weights[tie] as number) : 1);
      }
    }
    let moved = 0;
    for (let node = 0; node < nodes; node++) {
      const settled = 0.15 / nodes + 0.85 * ((next[node] as number) + lost / nodes);
      moved += Math.abs(settled - (rank[node] as number));
      next[node] = settled;
    }
    rank = next;
    if (moved < 1e-9) break;
  }
  return rank;
};

const outWeights = ({ nodes, offsets, weights }: Graph): Float64Array => {
  const sums = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const begin = offsets[node] as number;
    const end = offsets[node + 1] as number;
    if (!weights) sums[node] = end - begin;
    else
      for (let tie = begin; tie < end; tie++) sums[node] = (sums[node] as number) + (weights[tie] as number);
  }
  return sums;
};
