import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { type Communities, findCommunities, newcomer } from './find-communities.ts';
import { modularityOf } from './modularity.ts';

type Ties = readonly (readonly [number, number, number])[];

const graphOf = (nodes: number, ties: Ties, weighted: boolean): Graph =>
  buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([a]) => a),
    to: Uint32Array.from(ties, ([, b]) => b),
    weight: weighted ? Float64Array.from(ties, ([, , weight]) => weight) : null,
    directed: false,
  });

/** Any graph of up to sixty nodes: sparse and dense, in pieces, with isolated nodes, multi-edges and self-loops. */
const anyTies = fc.integer({ min: 1, max: 60 }).chain((nodes) => {
  const node = fc.nat(nodes - 1);
  const weight = fc.double({ min: 0.01, max: 20, noNaN: true });
  return fc.tuple(fc.constant(nodes), fc.array(fc.tuple(node, node, weight), { maxLength: 200 }));
});
const anyGraph = fc
  .tuple(anyTies, fc.boolean())
  .map(([[nodes, ties], weighted]) => graphOf(nodes, ties, weighted));

const hangsTogether = (graph: Graph, labels: Uint32Array, label: number): boolean => {
  const members = [...labels.keys()].filter((node) => labels[node] === label);
  const reached = new Set([members[0] as number]);
  for (const node of reached)
    for (const other of graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1]))
      if (labels[other] === label) reached.add(other);
  return reached.size === members.length;
};

const sizesOf = ({ labels, count }: Communities): number[] => {
  const sizes = new Array<number>(count).fill(0);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  return sizes;
};

const clique = (first: number, size: number): [number, number, number][] =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b): [number, number, number] => [first + a, first + b, 1]),
  ).flat();

test('every community hangs together, whatever the graph, the resolution and the labels to begin from', () => {
  const start = fc.array(fc.oneof(fc.nat(5), fc.constant(newcomer)), { minLength: 60, maxLength: 60 });
  const resolution = fc.constantFrom(0.1, 0.5, 1, 3);
  const rounds = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      anyGraph,
      fc.nat(),
      resolution,
      fc.option(start),
      rounds,
      (graph, seed, gamma, from, times) => {
        const found = findCommunities(graph, {
          seed,
          resolution: gamma,
          rounds: times,
          ...(from && { start: Uint32Array.from(from).subarray(0, graph.nodes) }),
        });
        for (let label = 0; label < found.count; label += 1)
          expect(hangsTogether(graph, found.labels, label)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('labels run from the biggest community down, without gaps', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(), (graph, seed) => {
      const sizes = sizesOf(findCommunities(graph, { seed }));
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }),
  );
});

test('the same seed gives the same communities; the modularity told is that of the labels', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(), (graph, seed) => {
      const found = findCommunities(graph, { seed });
      expect(findCommunities(graph, { seed })).toEqual(found);
      expect(found.modularity).toBe(modularityOf(graph, found.labels));
    }),
  );
});

test('no one gains by leaving for a neighbouring community or by standing alone', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(), (graph, seed) => {
      const found = findCommunities(graph, { seed, rounds: 50 });
      for (let node = 0; node < graph.nodes; node += 1)
        for (const label of [...new Set(found.labels), found.count]) {
          const moved = found.labels.slice();
          moved[node] = label;
          expect(modularityOf(graph, moved)).toBeLessThanOrEqual(found.modularity + 1e-9);
        }
    }),
    { numRuns: 40 },
  );
});

test('all weights doubled make no difference', () => {
  fc.assert(
    fc.property(anyTies, fc.nat(), ([nodes, ties], seed) => {
      const once = findCommunities(graphOf(nodes, ties, true), { seed });
      const doubled: Ties = ties.map(([a, b, weight]) => [a, b, weight * 2]);
      expect(findCommunities(graphOf(nodes, doubled, true), { seed }).labels).toEqual(once.labels);
    }),
  );
});

test('a graph that is empty, or has no ties, has no communities but single nodes', () => {
  expect(findCommunities(graphOf(0, [], false), { seed: 1 })).toEqual({
    labels: new Uint32Array(0),
    count: 0,
    modularity: 0,
  });
  expect([...findCommunities(graphOf(3, [], false), { seed: 1 }).labels]).toEqual([0, 1, 2]);
});

test('a clique and a star are one community each', () => {
  const star: Ties = Array.from({ length: 9 }, (_, leaf) => [0, leaf + 1, 1] as const);
  for (const ties of [clique(0, 10), star]) {
    const found = findCommunities(graphOf(10, ties, false), { seed: 7 });
    expect(found.count).toBe(1);
    expect(found.modularity).toBeCloseTo(0, 12);
  }
});

test('a ring of thirty cliques is taken apart between cliques, never through one', () => {
  const ring = Array.from({ length: 30 }, (_, at): [number, number, number] => [
    at * 5,
    ((at + 1) % 30) * 5 + 1,
    1,
  ]);
  const ties = [...Array.from({ length: 30 }, (_, at) => clique(at * 5, 5)).flat(), ...ring];
  const { labels } = findCommunities(graphOf(150, ties, false), { seed: 3 });
  for (let at = 0; at < 30; at += 1) expect(new Set(labels.subarray(at * 5, at * 5 + 5)).size).toBe(1);
});

test('weights decide: two halves of a clique with heavy ties inside come apart', () => {
  const ties: Ties = clique(0, 8).map(([a, b]) => [a, b, a < 4 === b < 4 ? 10 : 0.1]);
  const { labels } = findCommunities(graphOf(8, ties, true), { seed: 1 });
  expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('a higher resolution gives smaller communities', () => {
  const ties = [...clique(0, 5), ...clique(5, 5), [0, 5, 1] as const, [1, 6, 1] as const, [2, 7, 1] as const];
  const counts = [0.2, 1, 20].map(
    (resolution) => findCommunities(graphOf(10, ties, false), { seed: 1, resolution }).count,
  );
  expect(counts).toEqual([1, 2, 10]);
});

test('begun from labels that cannot be bettered, they stay', () => {
  const ties = [...clique(0, 5), ...clique(5, 5), [0, 5, 1] as const];
  const start = Uint32Array.from({ length: 10 }, (_, node) => (node < 5 ? 70_000 : 3));
  const { labels } = findCommunities(graphOf(10, ties, false), { seed: 1, start });
  expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
});

test('directed graphs are refused', () => {
  const directed = buildGraph({ nodes: 2, from: Uint32Array.of(0), to: Uint32Array.of(1), directed: true });
  expect(() => findCommunities(directed, { seed: 1 })).toThrow('undirected');
});
