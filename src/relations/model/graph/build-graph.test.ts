import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, tailsOf, transposed, undirected } from './build-graph.ts';
import { type Graph, tiesOf } from './graph.ts';

type Ties = readonly (readonly [number, number, number])[];

const nodes = 9;
const anyTies = fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 })), {
  maxLength: 60,
});

const graphOf = (ties: Ties, directed: boolean, weighted = true, shared = false): Graph =>
  buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([from]) => from),
    to: Uint32Array.from(ties, ([, to]) => to),
    weight: weighted ? Float64Array.from(ties, ([, , weight]) => weight) : null,
    directed,
    shared,
  });

const arcsOf = (graph: Graph): readonly string[] =>
  [...tailsOf(graph)].map((tail, index) => `${tail} ${graph.targets[index]} ${graph.weights?.[index] ?? 1}`);

/** The same by a table of all pairs. */
const expected = (ties: Ties, directed: boolean, weighted = true): readonly string[] => {
  const table = new Map<number, number>();
  const add = (from: number, to: number, weight: number) =>
    table.set(
      from * nodes + to,
      (weighted ? (table.get(from * nodes + to) ?? 0) : 0) + (weighted ? weight : 1),
    );
  for (const [from, to, weight] of ties) {
    if (from === to) continue;
    add(from, to, weight);
    if (!directed) add(to, from, weight);
  }
  return [...table]
    .sort(([one], [other]) => one - other)
    .map(([key, weight]) => `${Math.floor(key / nodes)} ${key % nodes} ${weight}`);
};

describe('a graph from ties in any order', () => {
  test('has sorted rows, summed weights, no ties of a node with itself', () => {
    fc.assert(
      fc.property(anyTies, fc.boolean(), fc.boolean(), fc.boolean(), (ties, directed, weighted, shared) => {
        const graph = graphOf(ties, directed, weighted, shared);
        expect(arcsOf(graph)).toEqual(expected(ties, directed, weighted));
        expect(graph.offsets[nodes]).toBe(graph.targets.length);
        expect(graph.targets.buffer instanceof SharedArrayBuffer).toBe(shared);
        expect(graph.offsets.buffer instanceof SharedArrayBuffer).toBe(shared);
      }),
    );
  });

  test('counts an undirected tie once', () => {
    expect(
      tiesOf(
        graphOf(
          [
            [0, 1, 2],
            [1, 0, 3],
            [4, 4, 1],
            [5, 0, 1],
          ],
          false,
        ),
      ),
    ).toBe(2);
  });

  test('may be empty, and may have nodes without ties', () => {
    const nobody = buildGraph({ nodes: 0, from: new Uint32Array(), to: new Uint32Array(), directed: false });
    expect([nobody.nodes, tiesOf(nobody), [...nobody.offsets]]).toEqual([0, 0, [0]]);
    expect([...graphOf([], true).offsets]).toEqual(new Array(nodes + 1).fill(0));
  });

  test('refuses an end beyond the nodes and lists of different length', () => {
    expect(() => graphOf([[0, nodes, 1]], true)).toThrow(RangeError);
    expect(() =>
      buildGraph({ nodes: 2, from: new Uint32Array(1), to: new Uint32Array(2), directed: true }),
    ).toThrow(RangeError);
  });
});

test('without directions, a tie weighs the sum of both ways', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      expect(arcsOf(undirected(graphOf(ties, true)))).toEqual(arcsOf(graphOf(ties, false)));
    }),
  );
});

test('turned round, every arc goes back; turned twice, it is the same graph', () => {
  fc.assert(
    fc.property(anyTies, fc.boolean(), (ties, shared) => {
      const graph = graphOf(ties, true);
      const back = transposed(graph, shared);
      const turnedTies = ties.map(([from, to, weight]) => [to, from, weight] as const);
      expect(arcsOf(back)).toEqual(arcsOf(graphOf(turnedTies, true)));
      expect(arcsOf(transposed(back))).toEqual(arcsOf(graph));
      const both = graphOf(ties, false);
      expect(transposed(both)).toBe(both);
    }),
  );
});
