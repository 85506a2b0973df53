import type { Graph } from './graph.ts';

/** Room for the neighbours of one node, reused from node to node. */
export type NeighbourRow = { targets: Uint32Array; weights: Float64Array };

/** Where neighbours can be asked for: a compact graph or one that still grows. */
export type Neighbourhood = {
  readonly nodes: () => number;
  /** Whether weights mean something; otherwise all are 1. */
  readonly weighted: boolean;
  /** Puts the neighbours of `node` into `row`, which is enlarged if needed, and answers how many there are. */
  readonly read: (node: number, row: NeighbourRow) => number;
};

export const createRow = (): NeighbourRow => ({
  targets: new Uint32Array(64),
  weights: new Float64Array(64).fill(1),
});

/** What was in the row is lost when it is enlarged; the weights of an enlarged row are 1. */
export const makeRoom = (row: NeighbourRow, count: number): void => {
  if (row.targets.length >= count) return;
  row.targets = new Uint32Array(count * 2);
  row.weights = new Float64Array(count * 2).fill(1);
};

/** The neighbourhood of an undirected graph. */
export const neighboursIn = (graph: Graph): Neighbourhood => {
  if (graph.directed) throw new RangeError('neighbours are asked of an undirected graph');
  return {
    nodes: () => graph.nodes,
    weighted: graph.weights !== null,
    read: (node, row) => {
      const begin = graph.offsets[node] as number;
      const end = graph.offsets[node + 1] as number;
      makeRoom(row, end - begin);
      for (let arc = begin; arc < end; arc++) {
        row.targets[arc - begin] = graph.targets[arc] as number;
        if (graph.weights) row.weights[arc - begin] = graph.weights[arc] as number;
      }
      return end - begin;
    },
  };
};
