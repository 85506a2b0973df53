import fc from 'fast-check';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';

export type Tie = readonly [number, number, number];

export const graphOf = (nodes: number, ties: readonly Tie[], weighted = false, directed = false): Graph =>
  buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([from]) => from),
    to: Uint32Array.from(ties, ([, to]) => to),
    weight: weighted ? Float64Array.from(ties, ([, , weight]) => weight) : null,
    directed,
  });

const pairsOf = (nodes: number, keep: (one: number, other: number) => boolean): readonly Tie[] =>
  Array.from({ length: nodes }, (_, one) => one).flatMap((one) =>
    Array.from({ length: one }, (_, other) => other)
      .filter((other) => keep(one, other))
      .map((other) => [one, other, 1] as const),
  );

export const star = (nodes: number): Graph =>
  graphOf(
    nodes,
    pairsOf(nodes, (_, other) => other === 0),
  );
export const clique = (nodes: number): Graph =>
  graphOf(
    nodes,
    pairsOf(nodes, () => true),
  );
export const path = (nodes: number): Graph =>
  graphOf(
    nodes,
    pairsOf(nodes, (one, other) => one - other === 1),
  );

/** Small ones of any kind: with people alone, ties named twice and ties of people with themselves. */
export const anyTies = (nodes: number) =>
  fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 20 })), {
    maxLength: 50,
  });
