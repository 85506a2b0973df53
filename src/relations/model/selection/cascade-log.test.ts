import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cascadeLog } from './cascade-log.ts';
import type { EventColumns } from './team-input.ts';

type Row = readonly [cascade: number, node: number, time: number];

const columns = (rows: readonly Row[]): EventColumns => ({
  cascade: Uint32Array.from(rows, ([cascade]) => cascade),
  node: Uint32Array.from(rows, ([, node]) => node),
  time: Float64Array.from(rows, ([, , time]) => time),
});
const read = (rows: readonly Row[], until: number | null = null): readonly number[][] => {
  const { cascades, offsets, nodes } = cascadeLog(columns(rows), until);
  return Array.from({ length: cascades }, (_, at) => [...nodes.subarray(offsets[at], offsets[at + 1])]);
};

describe('a log of conversations', () => {
  test('has everybody once, by their first word, however the file is ordered', () => {
    expect(
      read([
        [1, 7, 30],
        [0, 2, 9],
        [1, 5, 10],
        [1, 7, 20],
        [0, 3, 8],
        [1, 6, 25],
      ]),
    ).toEqual([
      [3, 2],
      [5, 7, 6],
    ]);
    const rows: Row[] = [
      [0, 1, 5],
      [0, 2, 3],
      [2, 1, 4],
      [0, 3, 9],
      [2, 4, 1],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(read(shuffled)).toEqual(read(rows));
        expect(read([...shuffled, ...shuffled])).toEqual(read(rows));
      }),
    );
  });

  test('leaves out what came later than asked, and what has no time', () => {
    expect(
      read(
        [
          [0, 1, 1],
          [0, 2, 2],
          [0, 3, 3],
          [1, 4, 9],
          [0, 5, Number.NaN],
        ],
        2,
      ),
    ).toEqual([[1, 2]]);
    expect(read([])).toEqual([]);
  });

  test('a clock that jumps a thousand years moves nobody else in time', () => {
    const usual = cascadeLog(
      columns([
        [0, 1, 10],
        [0, 2, 20],
        [1, 3, 30],
        [1, 4, 40],
      ]),
      null,
    );
    const jumped = cascadeLog(
      columns([
        [0, 1, 10],
        [0, 2, 20],
        [1, 3, 30],
        [1, 4, 40_000_000],
      ]),
      null,
    );
    expect([...jumped.fresh]).toEqual([...usual.fresh]);
    expect([...usual.fresh]).toEqual([0.25, 0.5, 0.75, 1]);
  });
});
