import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, tailsOf } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { mutualGraph } from './mutual-graph.ts';
import { naiveOverlap, naiveScores } from './naive-scores.fixture.ts';
import { orient } from './oriented.ts';
import { type PersonScores, scoresFrom } from './person-scores.ts';
import { scorePersons } from './score-persons.ts';
import { anyTies, clique, graphOf, path, star, type Tie } from './some-graphs.fixture.ts';
import { joinSums, splitWork, sumTriangles, triangleSums } from './triangle-sums.ts';

const nodes = 12;
const everyone = Array.from({ length: nodes }, (_, node) => node);

const expectNear = (value: number | undefined, expected: number, digits: number): void =>
  Number.isNaN(expected) ? expect(value).toBeNaN() : expect(value).toBeCloseTo(expected, digits);

const expectAsDefined = (graph: Graph, scores: PersonScores): void => {
  const naive = everyone.map((node) => naiveScores(graph, node));
  naive.forEach((expected, node) => {
    expect(scores.degree[node]).toBe(expected.degree);
    expectNear(scores.constraint[node], expected.constraint, 12);
    expectNear(scores.effectiveSize[node], expected.effectiveSize, 12);
    expectNear(scores.clustering[node], expected.clustering, 14);
  });
  expect(scores.triangles).toBe(naive.reduce((sum, one) => sum + one.triangles, 0) / 3);
  tailsOf(graph).forEach((tail, arc) => {
    expect(scores.overlap[arc]).toBe(Math.fround(naiveOverlap(graph, tail, graph.targets[arc] as number)));
  });
};

describe('one pass over the triangles', () => {
  test('gives what the definitions say, without weights', () => {
    fc.assert(
      fc.property(anyTies(nodes), (ties) => {
        const graph = graphOf(nodes, ties);
        expectAsDefined(graph, scorePersons(graph));
      }),
    );
  });

  test('gives what the definitions say, with weights', () => {
    fc.assert(
      fc.property(anyTies(nodes), (ties) => {
        const graph = graphOf(nodes, ties, true);
        expectAsDefined(graph, scorePersons(graph));
      }),
    );
  });

  test('is the same in parts, however many, by whoever', () => {
    fc.assert(
      fc.property(anyTies(nodes), fc.boolean(), fc.integer({ min: 1, max: 5 }), (ties, weighted, parts) => {
        const graph = graphOf(nodes, ties, weighted);
        const oriented = orient(graph);
        const bounds = splitWork(oriented, parts);
        expect([bounds.length, bounds[0], bounds.at(-1)]).toEqual([parts + 1, 0, nodes]);
        const sums = bounds.slice(1).map((end, part) => triangleSums(oriented, bounds[part] as number, end));
        const [first, ...others] = sums;
        if (!first) throw new Error('no part');
        for (const other of others) joinSums(first, other);
        expectAsDefined(graph, scoresFrom(graph, oriented, first));
      }),
    );
  });
});

const closeTo = (one: Float64Array, other: Float64Array): void => {
  one.forEach((value, index) => {
    expectNear(value, other[index] as number, 10);
  });
};

describe('scores of persons', () => {
  test('do not change when all weights grow alike', () => {
    fc.assert(
      fc.property(anyTies(nodes), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (ties, factor) => {
        const scaled = ties.map(([from, to, weight]) => [from, to, weight * factor] as Tie);
        const [one, other] = [
          scorePersons(graphOf(nodes, ties, true)),
          scorePersons(graphOf(nodes, scaled, true)),
        ];
        closeTo(one.constraint, other.constraint);
        closeTo(one.effectiveSize, other.effectiveSize);
        expect(one.overlap).toEqual(other.overlap);
      }),
    );
  });

  test('are those without weights when all weights are equal', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 40, selector: String }),
        (pairs) => {
          const once = pairs
            .filter(([one, other]) => one < other)
            .map(([one, other]) => [one, other, 3] as Tie);
          const [one, other] = [scorePersons(graphOf(nodes, once, true)), scorePersons(graphOf(nodes, once))];
          closeTo(one.constraint, other.constraint);
          closeTo(one.effectiveSize, other.effectiveSize);
        },
      ),
    );
  });

  test('do not depend on how people are numbered', () => {
    fc.assert(
      fc.property(anyTies(nodes), fc.shuffledSubarray(everyone, { minLength: nodes }), (ties, numbers) => {
        const renamed = ties.map(
          ([from, to, weight]) => [numbers[from] as number, numbers[to] as number, weight] as Tie,
        );
        const [one, other] = [scorePersons(graphOf(nodes, ties)), scorePersons(graphOf(nodes, renamed))];
        closeTo(
          one.constraint,
          other.constraint.map((_, node) => other.constraint[numbers[node] as number] as number),
        );
      }),
    );
  });

  test('of a star: its middle bridges all, its points hang on it', () => {
    const scores = scorePersons(star(6));
    expect([...scores.constraint]).toEqual([0.2, 1, 1, 1, 1, 1].map((value) => expect.closeTo(value, 14)));
    expect([...scores.effectiveSize]).toEqual([5, 1, 1, 1, 1, 1]);
    expect([...scores.clustering]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(scores.overlap.every((value) => value === 0)).toBe(true);
  });

  test('of a clique: everybody is redundant', () => {
    const scores = scorePersons(clique(5));
    expect([...scores.effectiveSize]).toEqual([1, 1, 1, 1, 1]);
    expect([...scores.clustering]).toEqual([1, 1, 1, 1, 1]);
    expect(scores.constraint[0]).toBeCloseTo(4 * (1 / 4 + 3 / 16) ** 2, 14);
    expect([...new Set(scores.overlap)]).toEqual([1]);
    expect(scores.triangles).toBe(10);
  });

  test('of a path: ends are held by one, the middle by two', () => {
    const scores = scorePersons(path(4));
    expect([...scores.constraint]).toEqual([1, 0.5, 0.5, 1]);
    expect([...scores.effectiveSize]).toEqual([1, 2, 2, 1]);
  });

  test('of people without ties are not numbers, and clustering is none', () => {
    const scores = scorePersons(graphOf(3, []));
    expect([...scores.constraint, ...scores.effectiveSize]).toEqual(new Array(6).fill(Number.NaN));
    expect([...scores.clustering, ...scores.degree]).toEqual(new Array(6).fill(0));
  });

  test('of nobody are none', () => {
    expect(scorePersons(graphOf(0, [])).triangles).toBe(0);
  });

  test('hold with one person tied to everyone and dust around', () => {
    const many = 100_000;
    const ends = Array.from({ length: many - 1 }, (_, index) => index + 1);
    const all = buildGraph({
      nodes: many + 1_000,
      from: new Uint32Array(many - 1 + 100_000),
      to: Uint32Array.from([...ends, ...new Array<number>(100_000).fill(0)]),
      directed: false,
    });
    const scores = scorePersons(all);
    expect(scores.effectiveSize[0]).toBe(many - 1);
    expect(scores.constraint[0]).toBeCloseTo(1 / (many - 1), 14);
    expect(scores.constraint[many]).toBeNaN();
  });

  test('of a directed graph are those of what goes both ways together', () => {
    const graph = mutualGraph(
      graphOf(
        3,
        [
          [0, 1, 1],
          [1, 0, 1],
          [1, 2, 1],
        ],
        false,
        true,
      ),
    );
    expect(graph.directed).toBe(false);
    expect([...(graph.weights ?? [])]).toEqual([2, 2, 1, 1]);
    expect(() => scorePersons(graphOf(2, [], false, true))).toThrow(RangeError);
  });
});

test('nothing is added where there is nothing to do', () => {
  const oriented = orient(clique(4));
  const sums = triangleSums(oriented, 0, 4);
  const before = structuredClone(sums);
  sumTriangles(oriented, sums, 2, 2);
  expect(sums).toEqual(before);
});
