import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreNumbers } from './core-numbers.ts';
import { tableOf } from './naive-scores.fixture.ts';
import { anyTies, clique, graphOf, path, star } from './some-graphs.fixture.ts';

const nodes = 12;

/** Peeling by the definition: whoever has fewer than k ties left leaves, until nobody does. */
const naiveCores = (table: readonly (readonly number[])[]): readonly number[] => {
  const cores = table.map(() => 0);
  for (let k = 1; k < table.length; k++) {
    let left = [...table.keys()];
    for (;;) {
      const staying = left.filter(
        (node) => left.filter((other) => (table[node]?.[other] ?? 0) > 0).length >= k,
      );
      if (staying.length === left.length) break;
      left = staying;
    }
    for (const node of left) cores[node] = k;
  }
  return cores;
};

test('core numbers are what peeling leaves', () => {
  fc.assert(
    fc.property(anyTies(nodes), (ties) => {
      const graph = graphOf(nodes, ties);
      expect([...coreNumbers(graph)]).toEqual(naiveCores(tableOf(graph)));
    }),
  );
});

test('core numbers of plain shapes', () => {
  expect([...coreNumbers(star(5))]).toEqual([1, 1, 1, 1, 1]);
  expect([...coreNumbers(clique(5))]).toEqual([4, 4, 4, 4, 4]);
  expect([...coreNumbers(path(4))]).toEqual([1, 1, 1, 1]);
  expect([...coreNumbers(graphOf(3, []))]).toEqual([0, 0, 0]);
  expect([...coreNumbers(graphOf(0, []))]).toEqual([]);
  expect(() => coreNumbers(graphOf(1, [], false, true))).toThrow(RangeError);
});
