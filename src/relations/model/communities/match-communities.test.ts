import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcomer } from './find-communities.ts';
import { matchCommunities } from './match-communities.ts';

const labels = (...runs: readonly (readonly [label: number, times: number])[]): Uint32Array =>
  Uint32Array.from(runs.flatMap(([label, times]) => new Array<number>(times).fill(label)));

test('a community keeps its name while people come and go', () => {
  const yesterday = labels([0, 10], [newcomer, 3], [1, 6], [0, 1]);
  const today = labels([1, 10], [1, 3], [0, 6], [0, 1]);
  const { kept, ended, splits, merges } = matchCommunities(today, yesterday);
  expect([...kept]).toEqual([1, 0]);
  expect([ended, splits, merges]).toEqual([[], [], []]);
});

test('where one comes apart, the part most like it goes on, and the other is new', () => {
  const match = matchCommunities(labels([1, 4], [0, 7]), labels([0, 11]));
  expect([...match.kept]).toEqual([0, -1]);
  expect(match.splits).toEqual([{ from: 0, goesOn: 0, left: [1] }]);
  expect(match.ended).toEqual([]);
});

test('where two become one, the one most like it goes on, and the other ends', () => {
  const match = matchCommunities(labels([0, 12]), labels([0, 4], [1, 8]));
  expect([...match.kept]).toEqual([1]);
  expect(match.merges).toEqual([{ into: 0, goesOn: 1, joined: [0] }]);
  expect(match.ended).toEqual([0]);
});

test('halves that are equally like it: the lower label goes on, whichever way the nodes run', () => {
  expect([...matchCommunities(labels([0, 5], [1, 5]), labels([0, 10])).kept]).toEqual([0, -1]);
  expect([...matchCommunities(labels([1, 5], [0, 5]), labels([0, 10])).kept]).toEqual([0, -1]);
});

test('those that have next to nothing in common are two', () => {
  const match = matchCommunities(labels([0, 100]), labels([newcomer, 95], [0, 5]));
  expect([...match.kept]).toEqual([-1]);
  expect(match.ended).toEqual([0]);
});

test('a partition matches itself wholly, whatever its labels are called', () => {
  const parted = fc.array(fc.nat(9), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(parted, fc.nat(9), (drawn, turn) => {
      const today = Uint32Array.from(drawn);
      const yesterday = today.map((label) => (label + turn) % 10);
      const { kept, ended, splits, merges } = matchCommunities(today, yesterday);
      for (const label of today) expect(kept[label]).toBe((label + turn) % 10);
      expect([ended, splits, merges]).toEqual([[], [], []]);
    }),
  );
});

test('no name goes to two communities, and every one of yesterday goes on or ends', () => {
  const node = fc.tuple(fc.nat(7), fc.oneof(fc.nat(7), fc.constant(newcomer)));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 80 }), (nodes) => {
      const today = Uint32Array.from(nodes, ([label]) => label);
      const yesterday = Uint32Array.from(nodes, ([, label]) => label);
      const { kept, ended } = matchCommunities(today, yesterday);
      const names = [...kept].filter((name) => name !== -1);
      expect(new Set(names).size).toBe(names.length);
      const there = new Set([...yesterday].filter((label) => label !== newcomer));
      expect([...names, ...ended].sort()).toEqual([...there].sort());
    }),
  );
});
