import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcomer } from '../communities/find-communities.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { carriedPairs } from './carried-pairs.ts';
import { participationOf } from './participation.ts';

type Tie = readonly [from: number, to: number, weight: number];

const graphOf = (nodes: number, ties: readonly Tie[], weighted = true): Graph =>
  buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([from]) => from),
    to: Uint32Array.from(ties, ([, to]) => to),
    weight: weighted ? Float64Array.from(ties, ([, , weight]) => weight) : null,
    directed: false,
  });

/** Weights are whole, so that sums come out alike in any order. */
const anyTies = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 9 })), { maxLength: 50 });
const anyLabels = fc
  .array(fc.nat(3), { minLength: 12, maxLength: 12 })
  .map((labels) => Uint32Array.from(labels));

/** Every tie from its first end: other end and weight. */
const tiesOfNode = (graph: Graph, node: number) =>
  [...graph.targets.keys()]
    .filter((arc) => arc >= (graph.offsets[node] ?? 0) && arc < (graph.offsets[node + 1] ?? 0))
    .map((arc) => ({ to: graph.targets[arc] as number, weight: graph.weights?.[arc] ?? 1 }));

const into = (graph: Graph, labels: Uint32Array, node: number, label: number): number =>
  tiesOfNode(graph, node).reduce((sum, { to, weight }) => sum + (labels[to] === label ? weight : 0), 0);

test('whose ties are spread evenly over four circles takes part in each by a quarter', () => {
  const ties: Tie[] = [1, 2, 3, 4].map((other) => [0, other, 2.5]);
  const labels = Uint32Array.of(0, 0, 1, 2, 3);
  expect(participationOf(graphOf(5, ties), labels, 4)[0]).toBeCloseTo(0.75, 12);
});

test('all ties in one circle, or none at all, is no participation in others', () => {
  const graph = graphOf(4, [
    [0, 1, 0.1],
    [0, 2, 0.7],
  ]);
  expect([...participationOf(graph, Uint32Array.of(1, 0, 0, 2), 3)]).toEqual([0, 0, 0, 0]);
});

test('participation is one less the squared shares, whatever the graph', () => {
  fc.assert(
    fc.property(anyTies, anyLabels, fc.boolean(), (ties, labels, weighted) => {
      const graph = graphOf(12, ties, weighted);
      const found = participationOf(graph, labels, 4);
      for (let node = 0; node < 12; node += 1) {
        const parts = [0, 1, 2, 3].map((label) => into(graph, labels, node, label));
        const all = parts.reduce((sum, part) => sum + part, 0);
        const expected = all === 0 ? 0 : 1 - parts.reduce((sum, part) => sum + (part / all) ** 2, 0);
        expect(found[node]).toBeCloseTo(expected, 12);
      }
    }),
  );
});

test('who alone ties two circles carries all of it, and the others nothing', () => {
  const ties: Tie[] = [
    [0, 1, 1],
    [1, 2, 3],
    [2, 3, 1],
    [1, 3, 1],
  ];
  const { share, other, between } = carriedPairs(graphOf(4, ties), Uint32Array.of(0, 0, 1, 1), 2);
  expect([...share]).toEqual([0, 1, 0.75, 0.25]);
  expect([...other]).toEqual([newcomer, 1, 0, 0]);
  expect([...between]).toEqual([0, 4, 4, 4]);
});

test('the share of a pair is what begins at the person, of all that joins the two circles', () => {
  fc.assert(
    fc.property(anyTies, anyLabels, (ties, labels) => {
      const graph = graphOf(12, ties);
      const { share, other, between } = carriedPairs(graph, labels, 4);
      for (let node = 0; node < 12; node += 1) {
        const own = labels[node] as number;
        const candidates = [0, 1, 2, 3]
          .filter((label) => label !== own)
          .map((label) => {
            const members = [...labels.keys()].filter((member) => labels[member] === own);
            const whole = members.reduce((sum, member) => sum + into(graph, labels, member, label), 0);
            return { label, whole, part: whole === 0 ? 0 : into(graph, labels, node, label) / whole };
          })
          .filter(({ part }) => part > 0)
          .sort((a, b) => b.part - a.part || b.whole - a.whole || a.label - b.label);
        const best = candidates[0] ?? { label: newcomer, whole: 0, part: 0 };
        expect([share[node], other[node], between[node]]).toEqual([best.part, best.label, best.whole]);
      }
    }),
  );
});
