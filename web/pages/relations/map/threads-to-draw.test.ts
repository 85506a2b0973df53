import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MapTie } from '../views.ts';
import { threadsToDraw, tieKey } from './threads-to-draw.ts';

const tie = (a: string, b: string, strength: number): MapTie => ({
  a,
  b,
  strength,
  fresh: 1,
  reciprocal: true,
  asleep: false,
  weak: false,
});

it('a few threads are all drawn', () => {
  const ties = [tie('a', 'b', 0.1), tie('b', 'c', 0.9)];
  expect(threadsToDraw(ties, 2)).toEqual(ties);
});

it('of many, nobody who has a thread is left without one as long as there is room', () => {
  const crowd = Array.from({ length: 10 }, (_, a) =>
    Array.from({ length: a }, (_, b) => tie(`strong${a}`, `strong${b}`, 0.9)),
  ).flat();
  const drawn = threadsToDraw([...crowd, tie('shy', 'timid', 0.01)], 31);
  expect(drawn.map(({ a, b }) => tieKey(a, b))).toContain('shy timid');
});

it('never draws more than it may, nor one twice, nor one that is not there', () => {
  const ties = fc.uniqueArray(
    fc
      .tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .filter(([a, b]) => a !== b)
      .map(([a, b, strength]) => tie(`p${a}`, `p${b}`, strength)),
    { selector: ({ a, b }) => tieKey(a, b), maxLength: 120 },
  );
  fc.assert(
    fc.property(ties, fc.integer({ min: 1, max: 60 }), (all, most) => {
      const drawn = threadsToDraw(all, most);
      expect(drawn.length).toBe(Math.min(most, all.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((one) => all.includes(one))).toBe(true);
    }),
  );
});
