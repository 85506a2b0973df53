import { expect, test } from 'vitest';
import { generateUnequal } from '../../../../bench/relations/generated-graphs.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { betweennessFrom, choosePivots, joinDependencies, sampledBetweenness } from './betweenness.ts';
import { sumDependencies } from './dependencies.ts';

const pathOf = (nodes: number, directed = false) =>
  buildGraph({
    nodes,
    from: Uint32Array.from({ length: Math.max(0, nodes - 1) }, (_, node) => node),
    to: Uint32Array.from({ length: Math.max(0, nodes - 1) }, (_, node) => node + 1),
    directed,
  });

test('it is never estimated from fewer than 512 pivots', () => {
  expect(() => sampledBetweenness(pathOf(2_000), { seed: 1, pivots: 511 })).toThrow('fewer than 512');
});

test('on a path everyone stands between those before and those after; the error of all pivots is none', () => {
  const { value, error, pivots } = sampledBetweenness(pathOf(5), { seed: 1 });
  for (const [node, share] of [0, 3 / 6, 4 / 6, 3 / 6, 0].entries())
    expect(value[node]).toBeCloseTo(share, 12);
  expect([...error]).toEqual([0, 0, 0, 0, 0]);
  expect(pivots).toBe(5);
});

test('a path of one way only leads through half as many', () => {
  const { value } = sampledBetweenness(pathOf(4, true), { seed: 1 });
  for (const [node, share] of [0, 2 / 6, 2 / 6, 0].entries()) expect(value[node]).toBeCloseTo(share, 12);
});

test('graphs too small for anybody to stand between give zero, not nothing', () => {
  for (const nodes of [0, 1, 2])
    expect([...sampledBetweenness(pathOf(nodes), { seed: 1 }).value]).toEqual(new Array(nodes).fill(0));
});

test('parts of the pivots taken apart and joined give what all give at once', () => {
  const graph = buildGraph({ ...generateUnequal(10, 6, 2), directed: false });
  const pivots = choosePivots(graph.nodes, { seed: 3, pivots: 600 });
  const parts = [pivots.subarray(0, 250), pivots.subarray(250)] as const;
  const joined = joinDependencies(sumDependencies(graph, parts[0]), sumDependencies(graph, parts[1]));
  const whole = sampledBetweenness(graph, { seed: 3, pivots: 600 });
  const apart = betweennessFrom(graph, joined, pivots.length);
  for (const [node, value] of whole.value.entries()) expect(apart.value[node]).toBeCloseTo(value, 12);
  for (const [node, value] of whole.error.entries()) expect(apart.error[node]).toBeCloseTo(value, 12);
});

test('pivots are drawn without one coming twice, the same for the same seed', () => {
  const drawn = choosePivots(5_000, { seed: 9 });
  expect(new Set(drawn).size).toBe(512);
  expect(choosePivots(5_000, { seed: 9 })).toEqual(drawn);
  expect(choosePivots(5_000, { seed: 10 })).not.toEqual(drawn);
});
