import { circleGraph } from '../communities/circle-graph.ts';
import { newcomer } from '../communities/find-communities.ts';
import type { Graph } from '../graph/graph.ts';

/** By node. */
export type CarriedPairs = {
  /** Of the ties between one's own community and `other`, the share (0 to 1, by weight) that begins at this person. */
  readonly share: Float64Array;
  /** The community for which that share is largest; `newcomer` when all one's ties stay at home. */
  readonly other: Uint32Array;
  /** The weight of all ties between the two: a large share of very little says little. */
  readonly between: Float64Array;
};

/**
 * How much of the link between two communities rests on one person (GRAPH, definition 3): for everyone the community to
 * which they carry most. Of equal shares the one with more ties between, then the lower label.
 */
export const carriedPairs = (graph: Graph, labels: Uint32Array, count: number): CarriedPairs => {
  const { nodes, offsets, targets, weights } = graph;
  const circles = circleGraph(graph, labels, count);
  const into = new Float64Array(count);
  const share = new Float64Array(nodes);
  const other = new Uint32Array(nodes).fill(newcomer);
  const between = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const own = labels[node] as number;
    const end = offsets[node + 1] as number;
    const begin = offsets[node] as number;
    for (let arc = begin; arc < end; arc += 1) {
      const there = labels[targets[arc] as number] as number;
      into[there] = (into[there] as number) + (weights === null ? 1 : (weights[arc] as number));
    }
    for (let arc = begin; arc < end; arc += 1) {
      const there = labels[targets[arc] as number] as number;
      const pull = into[there] as number;
      into[there] = 0;
      if (there === own || pull === 0) continue;
      const whole = weightBetween(circles, own, there);
      const part = pull / whole;
      const best = share[node] as number;
      if (part < best || (part === best && !wins(whole, there, between[node], other[node]))) continue;
      share[node] = part;
      other[node] = there;
      between[node] = whole;
    }
  }
  return { share, other, between };
};

const wins = (whole: number, there: number, best: number | undefined, other: number | undefined): boolean =>
  whole > (best ?? 0) || (whole === best && there < (other ?? newcomer));

/** Rows are ascending. */
const weightBetween = (circles: Graph, one: number, other: number): number => {
  const { offsets, targets, weights } = circles;
  let low = offsets[one] as number;
  let high = (offsets[one + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((targets[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return weights?.[low] ?? 0;
};
