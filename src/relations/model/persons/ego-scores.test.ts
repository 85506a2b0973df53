import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../graph/graph.ts';
import { createGrowingGraph } from '../graph/growing-graph.ts';
import { type Neighbourhood, neighboursIn } from '../graph/neighbours.ts';
import { createEgoScorer } from './ego-scores.ts';
import { scorePersons } from './score-persons.ts';
import { anyTies, graphOf, star } from './some-graphs.fixture.ts';

const nodes = 12;

const expectAsInBatch = (graph: Graph, around: Neighbourhood): void => {
  const batch = scorePersons(graph);
  const egoScores = createEgoScorer(around);
  for (let node = 0; node < nodes; node++) {
    const scores = egoScores(node);
    expect(scores.degree).toBe(batch.degree[node]);
    expect(scores.clustering).toBe(batch.clustering[node]);
    for (const kind of ['constraint', 'effectiveSize'] as const)
      if (Number.isNaN(batch[kind][node])) expect(scores[kind]).toBeNaN();
      else expect(scores[kind]).toBeCloseTo(batch[kind][node] as number, 12);
    const overlaps = new Map([...scores.neighbours].map((other, place) => [other, scores.overlap[place]]));
    const begin = graph.offsets[node] as number;
    for (let arc = begin; arc < (graph.offsets[node + 1] as number); arc++)
      expect(overlaps.get(graph.targets[arc] as number)).toBe(batch.overlap[arc]);
    expect(overlaps.size).toBe(scores.degree);
  }
};

test('scores of one person are those of the batch, to the last digits', () => {
  fc.assert(
    fc.property(anyTies(nodes), fc.boolean(), (ties, weighted) => {
      const graph = graphOf(nodes, ties, weighted);
      expectAsInBatch(graph, neighboursIn(graph));
    }),
  );
});

test('on a graph that grows they are those of the graph that it became', () => {
  fc.assert(
    fc.property(anyTies(nodes), anyTies(nodes), (before, after) => {
      const growing = createGrowingGraph(graphOf(nodes, before, true));
      for (const [from, to, value] of after) growing.add(from, to, value);
      expectAsInBatch(graphOf(nodes, [...before, ...after], true), growing.neighbourhood);
    }),
  );
});

test('somebody whom the graph does not know has no ties', () => {
  const scores = createEgoScorer(neighboursIn(star(3)))(99);
  expect([scores.degree, scores.constraint, scores.neighbours.length]).toEqual([0, Number.NaN, 0]);
});

test('one who came after the first question is found', () => {
  const growing = createGrowingGraph();
  const egoScores = createEgoScorer(growing.neighbourhood);
  expect(egoScores(5_000).degree).toBe(0);
  growing.add(5_000, 9_000, 1);
  expect([egoScores(5_000).constraint, egoScores(9_000).degree]).toEqual([1, 1]);
});
