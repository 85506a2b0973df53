import { buildGraph } from './build-graph.ts';
import type { Graph } from './graph.ts';
import { makeRoom, type Neighbourhood } from './neighbours.ts';
import { createPairTable } from './pair-table.ts';

/**
 * Ties between people while events come in: each adds its value to one direction of one tie in O(1), whatever the order.
 * Nodes appear when they are first named. Memory: about 50 bytes a tie and 5 a node.
 */
export type GrowingGraph = {
  /** Adds `value` (above zero, finite) to what goes from one to the other; nothing for oneself or for those forgotten. */
  readonly add: (from: number, to: number, value: number) => void;
  /** What went from one to the other so far. */
  readonly value: (from: number, to: number) => number;
  /** Ties, whichever way they go, and changes, since the last `compact`. */
  readonly ties: () => number;
  readonly changes: () => number;
  /** Takes a person out at once, with all ties, and keeps them out. */
  readonly forget: (node: number) => void;
  /** The ties as they are now, both ways added up. */
  readonly neighbourhood: Neighbourhood;
  /** The graph as it is now, sorted and without gaps; what was forgotten no longer takes room here. */
  readonly compact: (form: { readonly directed: boolean; readonly shared?: boolean }) => Graph;
};

/** Begins with the ties of `initial`, if given. */
export const createGrowingGraph = (initial?: Graph): GrowingGraph => {
  let table = createPairTable();
  let nodes = 0;
  let changes = 0;
  let forgotten = new Uint8Array(1024);
  const isForgotten = (node: number): boolean => forgotten[node] === 1;
  const add = (from: number, to: number, value: number): void => {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`not a value: ${value}`);
    nodes = Math.max(nodes, from + 1, to + 1);
    if (from === to || isForgotten(from) || isForgotten(to)) return;
    changes += 1;
    const tie = table.place(Math.min(from, to), Math.max(from, to));
    table.add(tie * 2 + (from < to ? 0 : 1), value);
  };
  const valueSoFar = (from: number, to: number): number => {
    const tie = table.find(Math.min(from, to), Math.max(from, to));
    if (tie < 0 || isForgotten(from) || isForgotten(to)) return 0;
    return table.value(tie * 2 + (from < to ? 0 : 1));
  };
  const neighbourhood: Neighbourhood = {
    nodes: () => nodes,
    weighted: true,
    read: (node, row) => {
      if (isForgotten(node)) return 0;
      makeRoom(row, table.degree(node));
      let count = 0;
      for (let end = table.firstEnd(node); end >= 0; end = table.nextEnd(end)) {
        const other = table.across(end);
        if (isForgotten(other)) continue;
        row.targets[count] = other;
        row.weights[count++] = table.strength(end >> 1);
      }
      return count;
    },
  };
  const forget = (node: number): void => {
    while (node >= forgotten.length) {
      const larger = new Uint8Array(forgotten.length * 2);
      larger.set(forgotten);
      forgotten = larger;
    }
    forgotten[node] = 1;
    changes += table.degree(node);
  };
  const compact: GrowingGraph['compact'] = ({ directed, shared = false }) => {
    const arcs = table.arcs(isForgotten);
    if (arcs.dropped > 0) {
      table = createPairTable();
      for (let arc = 0; arc < arcs.from.length; arc++)
        add(arcs.from[arc] as number, arcs.to[arc] as number, arcs.weight[arc] as number);
    }
    changes = 0;
    return buildGraph({ nodes, from: arcs.from, to: arcs.to, weight: arcs.weight, directed, shared });
  };
  if (initial) {
    plant(initial, add);
    nodes = initial.nodes;
    changes = 0;
  }
  return {
    add,
    value: valueSoFar,
    ties: () => table.size(),
    changes: () => changes,
    forget,
    neighbourhood,
    compact,
  };
};

/** An undirected tie goes both ways, half its weight each, so that what is read back weighs the same. */
const plant = (graph: Graph, add: GrowingGraph['add']): void => {
  for (let node = 0; node < graph.nodes; node++) {
    const end = graph.offsets[node + 1] as number;
    for (let arc = graph.offsets[node] as number; arc < end; arc++)
      add(node, graph.targets[arc] as number, (graph.weights?.[arc] ?? 1) * (graph.directed ? 1 : 0.5));
  }
};
