import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { pageRank } from './page-rank.ts';

type Arc = readonly [from: number, to: number, weight: number];

const graphOf = (nodes: number, arcs: readonly Arc[], times = 1) =>
  buildGraph({
    nodes,
    from: Uint32Array.from(arcs, ([from]) => from),
    to: Uint32Array.from(arcs, ([, to]) => to),
    weight: Float64Array.from(arcs, ([, , weight]) => weight * times),
    directed: true,
  });

const anyArcs = fc.array(fc.tuple(fc.nat(14), fc.nat(14), fc.double({ min: 0.01, max: 9, noNaN: true })), {
  maxLength: 60,
});

test('nobody: no ranks; nobody answered: all alike', () => {
  expect(pageRank(graphOf(0, [])).length).toBe(0);
  expect([...pageRank(graphOf(4, []))]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('who is answered by someone esteemed is esteemed more than who is answered by someone unknown', () => {
  // Everybody answers 1; 1 answers 2; 6, whom nobody answers, answers 3.
  const rank = pageRank(
    graphOf(7, [
      [0, 1, 1],
      [4, 1, 1],
      [5, 1, 1],
      [1, 2, 1],
      [6, 3, 1],
    ]),
  );
  expect(rank[2]).toBeGreaterThan(rank[3] as number);
});

test('ranks add up to one and satisfy the equation they solve', () => {
  fc.assert(
    fc.property(anyArcs, (arcs) => {
      const graph = graphOf(15, arcs);
      const rank = pageRank(graph);
      expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
      const next = new Array<number>(15).fill(0);
      const give = (to: number, part: number) => next.splice(to, 1, (next[to] as number) + part);
      for (let node = 0; node < 15; node += 1) {
        const mine = rank[node] as number;
        const arcs = [...graph.targets.keys()].slice(graph.offsets[node], graph.offsets[node + 1]);
        const weightOf = (arc: number) => graph.weights?.[arc] as number;
        const whole = arcs.reduce((sum, arc) => sum + weightOf(arc), 0);
        for (const arc of arcs) give(graph.targets[arc] as number, (mine * weightOf(arc)) / whole);
        if (arcs.length === 0) for (let other = 0; other < 15; other += 1) give(other, mine / 15);
      }
      for (let node = 0; node < 15; node += 1)
        expect(0.85 * (next[node] as number) + 0.15 / 15).toBeCloseTo(rank[node] as number, 9);
    }),
  );
});

test('all weights scaled alike change nothing', () => {
  fc.assert(
    fc.property(anyArcs, fc.constantFrom(0.25, 8, 1024), (arcs, times) => {
      expect(pageRank(graphOf(15, arcs, times))).toEqual(pageRank(graphOf(15, arcs)));
    }),
  );
});
