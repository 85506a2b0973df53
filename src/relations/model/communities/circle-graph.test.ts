import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { circleGraph } from './circle-graph.ts';

test('circles are tied with all that ties their people, in ascending order, and never with themselves', () => {
  const graph = buildGraph({
    nodes: 6,
    from: Uint32Array.of(0, 0, 1, 2, 4, 3),
    to: Uint32Array.of(1, 2, 4, 4, 5, 5),
    weight: Float64Array.of(9, 1, 2, 4, 8, 16),
    directed: false,
  });
  const circles = circleGraph(graph, Uint32Array.of(0, 0, 1, 3, 2, 2), 4);
  expect(circles).toEqual({
    nodes: 4,
    directed: false,
    offsets: Uint32Array.of(0, 2, 4, 7, 8),
    targets: Uint32Array.of(1, 2, 0, 2, 0, 1, 3, 2),
    weights: Float64Array.of(1, 2, 1, 4, 2, 4, 16, 16),
  });
});
