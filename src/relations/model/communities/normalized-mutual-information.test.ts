import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePlanted } from '../../../../bench/relations/generated-graphs.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { findCommunities } from './find-communities.ts';
import { normalizedMutualInformation } from './normalized-mutual-information.ts';

const partition = fc.array(fc.nat(5), { minLength: 1, maxLength: 60 });

test('a partition agrees wholly with itself under other names', () => {
  fc.assert(
    fc.property(partition, (drawn) => {
      const labels = Uint32Array.from(drawn);
      const renamed = labels.map((label) => 900 - label);
      expect(normalizedMutualInformation(labels, renamed)).toBeCloseTo(1, 10);
    }),
  );
});

test('agreement is the same both ways, and lies between nothing and all', () => {
  const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 60 });
  fc.assert(
    fc.property(pairs, (drawn) => {
      const one = Uint32Array.from(drawn, ([label]) => label);
      const other = Uint32Array.from(drawn, ([, label]) => label);
      const agreement = normalizedMutualInformation(one, other);
      expect(agreement).toBeGreaterThanOrEqual(0);
      expect(agreement).toBeLessThanOrEqual(1);
      expect(normalizedMutualInformation(other, one)).toBeCloseTo(agreement, 10);
    }),
  );
});

test('partitions that tell nothing of each other agree in nothing', () => {
  const rows = Uint32Array.from({ length: 100 }, (_, node) => node % 10);
  const columns = Uint32Array.from({ length: 100 }, (_, node) => Math.floor(node / 10));
  expect(normalizedMutualInformation(rows, columns)).toBeCloseTo(0, 10);
});

test('planted communities are found again', () => {
  const planted = generatePlanted(8_000, 40, 11);
  const { labels } = findCommunities(buildGraph({ ...planted, directed: false }), { seed: 4 });
  expect(normalizedMutualInformation(planted.truth, labels)).toBeGreaterThan(0.98);
});

test('begun from yesterday, communities are found as well, and hardly any name changes hands', () => {
  const planted = generatePlanted(4_000, 40, 12);
  const today = buildGraph({ ...planted, directed: false });
  const cut = Math.floor(planted.from.length * 0.97);
  const yesterday = buildGraph({
    ...planted,
    from: planted.from.subarray(0, cut),
    to: planted.to.subarray(0, cut),
    directed: false,
  });
  const before = findCommunities(yesterday, { seed: 1 });
  const warm = findCommunities(today, { seed: 2, start: before.labels });
  expect(warm.modularity).toBeGreaterThan(findCommunities(today, { seed: 2 }).modularity - 0.003);
  expect(normalizedMutualInformation(warm.labels, before.labels)).toBeGreaterThan(0.97);
});
