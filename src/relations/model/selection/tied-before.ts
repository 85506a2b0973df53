import type { Graph } from '../graph/graph.ts';
import type { CascadeLog } from './cascade-log.ts';

/** Of one conversation, the latest so many people tied to somebody are looked at: a crowd of thousands stays cheap. */
const MOST_PARENTS = 64;

/**
 * Calls `visit` for every participation of a conversation, in order: `at` is its place in the log, `parents` the places
 * of those who took part before and whom this node listens to in `graph`, latest first (a view that is used again).
 */
export const forEachTiedBefore = (
  log: CascadeLog,
  graph: Graph,
  visit: (at: number, parents: Uint32Array, begin: number) => void,
): void => {
  const place = new Int32Array(graph.nodes).fill(-1);
  const parents = new Uint32Array(MOST_PARENTS);
  for (let cascade = 0; cascade < log.cascades; cascade++) {
    const begin = log.offsets[cascade] as number;
    const end = log.offsets[cascade + 1] as number;
    for (let at = begin; at < end; at++) {
      const found = fewerTies(graph, log.nodes[at] as number, at - begin)
        ? fromTies(graph, log.nodes[at] as number, place, parents)
        : fromEarlier(graph, log, begin, at, parents);
      visit(at, parents.subarray(0, found), begin);
      place[log.nodes[at] as number] = at;
    }
    for (let at = begin; at < end; at++) place[log.nodes[at] as number] = -1;
  }
};

const fewerTies = ({ offsets }: Graph, node: number, earlier: number): boolean => {
  const ties = (offsets[node + 1] as number) - (offsets[node] as number);
  return ties <= earlier * Math.log2(ties + 2);
};

const fromTies = (graph: Graph, node: number, place: Int32Array, parents: Uint32Array): number => {
  const found: number[] = [];
  const end = graph.offsets[node + 1] as number;
  for (let tie = graph.offsets[node] as number; tie < end; tie++) {
    const at = place[graph.targets[tie] as number] as number;
    if (at >= 0) found.push(at);
  }
  found.sort((a, b) => b - a);
  const count = Math.min(found.length, parents.length);
  for (let one = 0; one < count; one++) parents[one] = found[one] as number;
  return count;
};

const fromEarlier = (
  graph: Graph,
  log: CascadeLog,
  begin: number,
  at: number,
  parents: Uint32Array,
): number => {
  let count = 0;
  for (let earlier = at - 1; earlier >= begin && count < parents.length; earlier--)
    if (listensTo(graph, log.nodes[at] as number, log.nodes[earlier] as number)) parents[count++] = earlier;
  return count;
};

/** Whether `other` is in the row of `node`. O(log degree). */
export const listensTo = ({ offsets, targets }: Graph, node: number, other: number): boolean => {
  let low = offsets[node] as number;
  let high = offsets[node + 1] as number;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((targets[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return low < end && targets[low] === other;
};
