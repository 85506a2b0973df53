import { expect, test } from 'vitest';
import { buildGraph } from './build-graph.ts';
import { sharedGraph, transferablesOf } from './graph-buffers.ts';

const graph = buildGraph({
  nodes: 3,
  from: Uint32Array.of(0, 1),
  to: Uint32Array.of(1, 2),
  weight: Float64Array.of(2, 3),
  directed: true,
});

test('a shared graph is the same, in memory that workers see, and is shared once', () => {
  const shared = sharedGraph(graph);
  expect(structuredClone(shared)).toEqual(graph);
  expect(shared.targets.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared.weights?.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(sharedGraph(shared).offsets).toBe(shared.offsets);
  expect(transferablesOf(shared)).toEqual([]);
});

test('a graph moves without a copy', () => {
  const mine = { ...graph, offsets: graph.offsets.slice(), targets: graph.targets.slice(), weights: null };
  const moved = structuredClone(mine, { transfer: [...transferablesOf(mine)] });
  expect(moved).toEqual({ ...graph, weights: null });
  expect(mine.targets.length).toBe(0);
});
