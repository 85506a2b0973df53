import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherTies } from './gather-ties.ts';
import { DAY } from './intensity.ts';

const NOW = Date.UTC(2026, 2, 11);
type Row = readonly [from: number, to: number, daysAgo: number, value: number];
const gathered = (rows: readonly Row[]) =>
  gatherTies(
    {
      people: 20,
      from: Uint32Array.from(rows, ([from]) => from),
      to: Uint32Array.from(rows, ([, to]) => to),
      at: Float64Array.from(rows, ([, , days]) => NOW - days * DAY),
      value: Float64Array.from(rows, ([, , , value]) => value),
      halfLifeDays: 7,
    },
    NOW,
  );

const anyRows = fc.array(
  fc.tuple(fc.nat(19), fc.nat(19), fc.integer({ min: -30, max: 900 }), fc.constantFrom(0.1, 0.6, 1, 3)),
);

describe('the ties of a web', () => {
  it('hold both directions, the last contact, and how much they rest on', () => {
    const ties = gathered([
      [3, 1, 7, 1],
      [1, 3, 0, 1],
      [1, 3, 14, 1],
      [2, 1, 0, 3],
    ]);
    expect([...ties.a, ...ties.b]).toEqual([1, 1, 2, 3]);
    expect([...ties.intensityAb]).toEqual([0, 1.25]);
    expect([...ties.intensityBa]).toEqual([3, 0.5]);
    expect([...ties.lastAt]).toEqual([NOW, NOW]);
    expect([...ties.events]).toEqual([1, 3]);
  });

  it('are the same to the last bit in any order of the events', () => {
    const shuffledToo = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffledToo, ([rows, shuffled]) => {
        expect(gathered(shuffled)).toEqual(gathered(rows));
      }),
    );
  });

  it('pass over oneself, nothing, and times that are none; the future is now', () => {
    const ties = gathered([
      [4, 4, 0, 1],
      [1, 2, Number.NaN, 1],
      [1, 2, 0, 0],
      [1, 2, 0, Number.NaN],
      [5, 6, -90, 1],
    ]);
    expect([...ties.a, ...ties.b, ...ties.intensityAb]).toEqual([5, 6, 1]);
    expect([...ties.lastAt]).toEqual([NOW]);
    expect(gathered([]).a).toHaveLength(0);
  });
});
