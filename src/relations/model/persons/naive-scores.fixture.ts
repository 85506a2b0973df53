import type { Graph } from '../graph/graph.ts';

/** The definitions as they are written, over a table of all pairs: slow, and too plain to be wrong in the same way. */
export type NaiveScores = {
  readonly degree: number;
  readonly constraint: number;
  readonly effectiveSize: number;
  readonly clustering: number;
  readonly triangles: number;
};

export const tableOf = (graph: Graph): readonly (readonly number[])[] => {
  const table = Array.from({ length: graph.nodes }, () => new Array<number>(graph.nodes).fill(0));
  for (let node = 0; node < graph.nodes; node++)
    for (let arc = graph.offsets[node] as number; arc < (graph.offsets[node + 1] as number); arc++)
      (table[node] as number[])[graph.targets[arc] as number] = graph.weights?.[arc] ?? 1;
  return table;
};

export const naiveScores = (graph: Graph, node: number): NaiveScores => {
  const table = tableOf(graph);
  const weight = (one: number, other: number): number => table[one]?.[other] as number;
  const everyone = [...table.keys()];
  const tiesOfOne = (one: number): readonly number[] => everyone.filter((other) => weight(one, other) > 0);
  const share = (one: number, other: number): number =>
    weight(one, other) / sum(tiesOfOne(one).map((third) => weight(one, third)));
  const ties = tiesOfOne(node);
  const constraint = sum(
    ties.map(
      (other) =>
        (share(node, other) + sum(ties.map((third) => share(node, third) * share(third, other)))) ** 2,
    ),
  );
  const tied = ties.flatMap((one) => ties.filter((other) => weight(one, other) > 0)).length;
  const strongest = (one: number): number => Math.max(...(table[one] as number[]));
  const redundancy = graph.weights
    ? sum(ties.flatMap((one) => ties.map((q) => (share(node, q) * weight(one, q)) / strongest(one))))
    : tied / ties.length;
  return {
    degree: ties.length,
    constraint: ties.length === 0 ? Number.NaN : constraint,
    effectiveSize: ties.length === 0 ? Number.NaN : ties.length - redundancy,
    clustering: ties.length < 2 ? 0 : tied / (ties.length * (ties.length - 1)),
    triangles: tied / 2,
  };
};

export const naiveOverlap = (graph: Graph, one: number, other: number): number => {
  const table = tableOf(graph);
  const ties = (node: number): readonly number[] =>
    [...table.keys()].filter((third) => table[node]?.[third] !== 0);
  const common = ties(one).filter((third) => ties(other).includes(third)).length;
  const around = ties(one).length - 1 + ties(other).length - 1 - common;
  return around === 0 ? 0 : common / around;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
