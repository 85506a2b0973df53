import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateUnequal } from '../../../../bench/relations/generated-graphs.ts';
import { kernelFile } from '../../../../scripts/make-kernel.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { orient } from './oriented.ts';
import { anyTies, graphOf } from './some-graphs.fixture.ts';
import { makeKernelArrays } from './triangle-kernel.ts';
import { emptySums, sumTriangles, triangleSums } from './triangle-sums.ts';

const inKernel = (graph: Graph) => {
  const oriented = orient(graph, 2, 0);
  return triangleSums(oriented, 0, graph.nodes, 1);
};

const inJavaScript = (graph: Graph) => {
  const oriented = orient(graph, 1, Number.POSITIVE_INFINITY);
  return triangleSums(oriented, 0, graph.nodes);
};

test('what is committed is what its source builds', async () => {
  expect(fs.readFileSync(`${import.meta.dirname}/triangle-kernel.gen.ts`, 'utf8')).toBe(await kernelFile());
});

test('the kernel adds up the same as JavaScript, to the last bit', () => {
  fc.assert(
    fc.property(anyTies(12), (ties) => {
      const graph = graphOf(12, ties);
      expect(inKernel(graph)).toMatchObject(inJavaScript(graph));
    }),
    // Each run sets aside addresses for a memory of its own.
    { numRuns: 40 },
  );
  const unequal = buildGraph({ ...generateUnequal(11, 12, 3), directed: false });
  expect(inKernel(unequal)).toMatchObject(inJavaScript(unequal));
});

test('a room used twice begins from zero, and ranges after one another add up to the whole', () => {
  const graph = buildGraph({ ...generateUnequal(9, 8, 5), directed: false });
  const oriented = orient(graph, 1, 0);
  triangleSums(oriented, 0, graph.nodes);
  const sums = emptySums(oriented, 0);
  for (const [begin, end] of [
    [0, 100],
    [100, 101],
    [101, graph.nodes],
  ] as const)
    sumTriangles(oriented, sums, begin, end);
  expect(sums).toMatchObject(inJavaScript(graph));
});

test('what WebAssembly cannot address is left to JavaScript', () => {
  expect(makeKernelArrays(2 ** 30, 1)).toBeNull();
});
