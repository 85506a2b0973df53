/**
 * A graph in compressed sparse rows: the neighbours of node `v` are `targets[offsets[v] .. offsets[v + 1] - 1]`,
 * ascending, without duplicates or self-loops; `weights` runs beside `targets` (null: every tie weighs 1).
 * An undirected graph keeps every tie twice, once from each end, with the same weight.
 * The arrays may lie in SharedArrayBuffers, so that workers read them without a copy.
 */
export type Graph = {
  readonly nodes: number;
  readonly directed: boolean;
  /** nodes + 1 entries. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array | null;
};

/** How many ties: each undirected one counts once. */
export const tiesOf = (graph: Graph): number =>
  graph.directed ? graph.targets.length : graph.targets.length / 2;
