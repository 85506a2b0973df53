import { describe, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { isInBand, listenersOf, reachBand } from './audience.ts';
import { cascadeLog } from './cascade-log.ts';
import { circlePairs, withPairs } from './circle-pairs.ts';
import { effortOf } from './effort.ts';
import { learnChances } from './learned-chances.ts';
import { listeningGraph } from './listening-graph.ts';
import { addObservedSets, countReactions } from './observed-sets.ts';
import { totalWeight } from './reverse-sets.ts';
import { createPacker } from './set-packer.ts';
import { stepsToNearest } from './steps-to-nearest.ts';
import { countFollowing } from './who-followed.ts';

const graphOf = (nodes: number, ties: readonly (readonly [number, number])[], directed: boolean) =>
  buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([from]) => from),
    to: Uint32Array.from(ties, ([, to]) => to),
    directed,
  });

/** Ada is answered by Bice, Bice by Carla; Dora comes by and knows nobody. */
const chain = graphOf(
  4,
  [
    [1, 0],
    [2, 1],
  ],
  true,
);
const talk = cascadeLog(
  { cascade: new Uint32Array(4), node: Uint32Array.of(0, 1, 2, 3), time: Float64Array.of(0, 1, 2, 3) },
  null,
);

describe('what was seen', () => {
  test('credit goes to whom one is tied to, and through them to those before', () => {
    const packer = createPacker();
    const reading = { halfLife: 1e9, crowd: 0, tied: 0.7, passed: 0.2, untied: 0.1, untiedPeople: 2 };
    addObservedSets(packer, talk, chain, reading);
    const sets = packer.packed();
    const rows = Array.from({ length: sets.count }, (_, set) =>
      [...sets.members.subarray(sets.offsets[set], sets.offsets[set + 1])].map((member, at) => [
        member,
        Math.fround((sets.chances as Float32Array)[(sets.offsets[set] as number) + at] as number),
      ]),
    );
    const sure = Math.fround(0.7);
    expect(rows).toEqual([
      [[0, sure]],
      [
        [1, sure],
        [0, Math.fround(0.2)],
      ],
      [
        [0, sure],
        [1, sure],
        [2, sure],
      ],
    ]);
    expect([...sets.people]).toEqual([1, 2, 3]);
    expect(sets.weights?.[2]).toBeCloseTo(0.1, 6);
    expect(countReactions(talk, chain)).toBe(2);
  });

  test('counts different people who joined after a member to whom they are tied', () => {
    expect(countFollowing([0], talk, chain)).toBe(1);
    expect(countFollowing([0, 1], talk, chain)).toBe(1);
    expect(countFollowing([1], talk, chain)).toBe(1);
    expect(countFollowing([2], talk, chain)).toBe(0);
    expect(countFollowing([0], talk, graphOf(4, [], true))).toBe(3);
  });

  test('ties that carried something are likelier to carry again, rows from the highest down', () => {
    const graph = graphOf(
      4,
      [
        [1, 0],
        [1, 2],
        [1, 3],
      ],
      true,
    );
    const log = cascadeLog(
      {
        cascade: Uint32Array.of(0, 0, 1, 1, 2),
        node: Uint32Array.of(2, 1, 2, 1, 3),
        time: Float64Array.of(1, 2, 3, 4, 5),
      },
      null,
    );
    const { targets, chances } = learnChances(log, graph, 1);
    expect(targets[0]).toBe(2);
    expect([...chances]).toEqual([...chances].toSorted((a, b) => b - a));
    for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
  });
});

describe('audiences, hours and bands', () => {
  test('audience is how many listen, and hours grow with it and shrink with a tie', () => {
    expect([...listenersOf(chain)]).toEqual([1, 1, 0, 0]);
    const hours = effortOf(Float64Array.of(0, 1_023, 1_023, Number.NaN), Float64Array.of(0, 0, 1, 0), 2);
    expect([...hours]).toEqual([2, 4, 2, 2]);
  });

  test('the band lies between two percentiles of those known, ends included', () => {
    const audience = Float64Array.from({ length: 101 }, (_, at) => at);
    const band = reachBand(audience, { from: 60, to: 97 });
    expect(band).toEqual({ from: 60, to: 97 });
    expect([59.9, 60, 97, 97.1, Number.NaN].map((one) => isInBand(one, band))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(reachBand(Float64Array.of(3, 3, Number.NaN), { from: 60, to: 97 })).toBeNull();
    expect(reachBand(new Float64Array(), { from: 60, to: 97 })).toBeNull();
  });
});

describe('circles', () => {
  test('whoever is in touch with two circles covers their pair', () => {
    // Two triangles, and node 2 tied into the other one.
    const graph = graphOf(
      6,
      [
        [0, 1],
        [1, 2],
        [0, 2],
        [3, 4],
        [4, 5],
        [3, 5],
        [2, 3],
        [2, 4],
      ],
      false,
    );
    const pairs = circlePairs(graph, Uint32Array.of(0, 0, 0, 1, 1, 1));
    expect(pairs.count).toBe(1);
    expect([...pairs.members]).toEqual([2, 3, 4]);
    expect(totalWeight(pairs)).toBeCloseTo(1, 9);
    const people = {
      count: 2,
      offsets: Uint32Array.of(0, 1, 3),
      members: Uint32Array.of(0, 1, 2),
      chances: null,
      weights: null,
    };
    const both = withPairs(people, pairs, 0.25);
    expect([...(both.weights ?? [])]).toEqual([0.75, 0.75, 0.5]);
    expect(totalWeight(both)).toBeCloseTo(2, 9);
    expect(withPairs(people, pairs, 0)).toBe(people);
  });

  test('steps are counted to the nearest other member', () => {
    const path = graphOf(
      5,
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      false,
    );
    expect(stepsToNearest(path, 0, new Set([0, 3]))).toBe(3);
    expect(stepsToNearest(graphOf(2, [], false), 0, new Set([0, 1]))).toBeNull();
  });
});

describe('a list of ties that does not say which way they go', () => {
  const list = (ties: readonly (readonly [number, number])[]) => ({
    nodes: 40,
    from: Uint32Array.from(ties, ([from]) => from),
    to: Uint32Array.from(ties, ([, to]) => to),
    weight: null,
  });
  const once = Array.from({ length: 30 }, (_, at) => [at, at + 1] as const);
  const half = [...once, ...once.slice(0, 15).map(([from, to]) => [to, from] as const)];

  test('each written once or always both ways: both; some both ways: who follows whom', () => {
    const said = (ties: readonly (readonly [number, number])[]) =>
      listeningGraph(list(ties), 'auto', null).direction;
    expect(said(once)).toBe('both');
    expect(said([...once, ...once.map(([from, to]) => [to, from] as const)])).toBe('both');
    expect(said(half)).toBe('follows');
    expect(said([...half, ...once.slice(0, 15)])).toBe('both');
    expect(said([])).toBe('both');
  });

  test('what happened decides where it is clear, and what is asked before that', () => {
    const events = {
      cascade: Uint32Array.from({ length: 600 }, (_, at) => at >> 1),
      node: Uint32Array.from({ length: 600 }, (_, at) => ((at >> 1) % 30) + (at & 1)),
      time: Float64Array.from({ length: 600 }, (_, at) => at),
    };
    const found = listeningGraph(list(once), 'auto', events);
    expect(found.direction).toBe('influences');
    expect([...found.graph.targets.slice(0, 2)]).toEqual([0, 1]);
    expect(listeningGraph(list(once), 'follows', events).direction).toBe('follows');
  });
});
