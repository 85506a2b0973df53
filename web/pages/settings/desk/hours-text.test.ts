import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDay, readHours, sayDay, sayHours } from './hours-text.ts';

it('hours are read as people write them, and as we say them', () => {
  expect(readHours('9-13, 14.30-18')).toEqual([
    { from: 540, to: 780 },
    { from: 870, to: 1_080 },
  ]);
  expect(readHours('  ')).toEqual([]);
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(cuts, (points) => {
      const sorted = points.toSorted((one, other) => one - other);
      const spans = sorted.flatMap((from, index) => {
        const to = sorted[index + 1];
        return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
      });
      expect(readHours(sayHours(spans))).toEqual(spans);
    }),
  );
});

it.each(['9-8', '9-13, 12-18', 'mattina', '9-25', '9:70-13', '9-13-18'])(
  '%s is not taken for hours',
  (text) => {
    expect(readHours(text)).toBeUndefined();
  },
);

it('a day is read day first, and only if it exists', () => {
  expect(readDay('24/6')).toBe('06-24');
  expect(readDay('')).toBeNull();
  expect(readDay('31/6')).toBeUndefined();
  expect(sayDay('12-07')).toBe('07/12');
});
