import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, tailsOf } from './build-graph.ts';
import type { Graph } from './graph.ts';
import { createGrowingGraph } from './growing-graph.ts';
import { createRow, neighboursIn } from './neighbours.ts';

const nodes = 30;
const anyEvents = fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 })), {
  maxLength: 200,
});
type Events = readonly (readonly [number, number, number])[];

const built = (events: Events, directed: boolean): Graph =>
  buildGraph({
    nodes,
    from: Uint32Array.from(events, ([from]) => from),
    to: Uint32Array.from(events, ([, to]) => to),
    weight: Float64Array.from(events, ([, , value]) => value),
    directed,
  });

const grownFrom = (events: Events, initial?: Graph) => {
  const graph = createGrowingGraph(initial);
  for (const [from, to, value] of events) graph.add(from, to, value);
  // Names everyone.
  graph.add(nodes - 1, nodes - 1, 1);
  return graph;
};

describe('a graph that grows by events', () => {
  test('is, when compacted, the graph built from all of them', () => {
    fc.assert(
      fc.property(anyEvents, fc.boolean(), (events, directed) => {
        expect(grownFrom(events).compact({ directed })).toEqual(built(events, directed));
      }),
    );
  });

  test('goes on from a compact graph, directed or not', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, fc.boolean(), (before, after, directed) => {
        const graph = grownFrom(after, built(before, directed));
        expect(graph.compact({ directed })).toEqual(built([...before, ...after], directed));
      }),
    );
  });

  test('does not care in what order they come', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const [one, other] = [grownFrom(events), grownFrom([...events].reverse())];
        expect(one.compact({ directed: true })).toEqual(other.compact({ directed: true }));
      }),
    );
  });

  test('tells neighbours with the strength of both ways, as the compact one does', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const compact = neighboursIn(built(events, false));
        const growing = grownFrom(events).neighbourhood;
        for (let node = 0; node < nodes; node++) expect(rowOf(growing, node)).toEqual(rowOf(compact, node));
      }),
    );
  });

  test('keeps both directions apart', () => {
    const graph = grownFrom([
      [3, 1, 2],
      [1, 3, 5],
      [3, 1, 1],
    ]);
    expect([graph.value(3, 1), graph.value(1, 3), graph.value(1, 2)]).toEqual([3, 5, 0]);
    expect([graph.ties(), graph.changes()]).toEqual([1, 3]);
  });

  test('forgets a person at once and for good', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, fc.nat(nodes - 1), (before, after, gone) => {
        const graph = grownFrom(before);
        graph.forget(gone);
        const left = before.filter(([from, to]) => from !== gone && to !== gone);
        const row = createRow();
        expect(graph.neighbourhood.read(gone, row)).toBe(0);
        for (let node = 0; node < nodes; node++) {
          expect(rowOf(graph.neighbourhood, node)).toEqual(rowOf(neighboursIn(built(left, false)), node));
          expect(graph.value(node, gone)).toBe(0);
        }
        for (const [from, to, value] of after) graph.add(from, to, value);
        const later = [...left, ...after.filter(([from, to]) => from !== gone && to !== gone)];
        expect(graph.compact({ directed: true })).toEqual(built(later, true));
        expect(graph.compact({ directed: false, shared: false })).toEqual(built(later, false));
        expect(graph.ties()).toBe(built(later, false).targets.length / 2);
      }),
    );
  });

  test('refuses values that are none', () => {
    const graph = createGrowingGraph();
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => graph.add(0, 1, value)).toThrow(RangeError);
    expect([graph.ties(), graph.neighbourhood.nodes()]).toEqual([0, 0]);
    expect(graph.compact({ directed: false }).nodes).toBe(0);
  });
});

const rowOf = (around: ReturnType<typeof neighboursIn>, node: number): readonly string[] => {
  const row = createRow();
  const count = around.read(node, row);
  return [...row.targets.subarray(0, count)].map((target, index) => `${target}:${row.weights[index]}`).sort();
};

test('neighbours of a graph without weights weigh 1, whoever was asked for before', () => {
  const weighted = built([[0, 1, 7]], false);
  const plain = { ...weighted, weights: null };
  expect(tailsOf(plain)).toEqual(Uint32Array.of(0, 1));
  expect(rowOf(neighboursIn(plain), 0)).toEqual(['1:1']);
  expect(() => neighboursIn({ ...plain, directed: true })).toThrow(RangeError);
});
