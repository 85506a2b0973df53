import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strengthOfWay } from './strength-of-way.ts';

const strength = fc.double({ min: 0, max: 100, noNaN: true });

it('puts the way whose other ties are stronger first, where the weakest is the same', () => {
  expect(strengthOfWay([2, 8, 8])).toBeGreaterThan(strengthOfWay([2, 2, 2]));
  expect(strengthOfWay([2, 9])).toBeGreaterThan(strengthOfWay([2, 3]));
});

it('is never stronger than its weakest tie, whatever the order, and weaker with every step', () => {
  fc.assert(
    fc.property(fc.array(strength, { minLength: 1, maxLength: 3 }), strength, (ties, another) => {
      const whole = strengthOfWay(ties);
      for (const tie of ties) expect(whole).toBeLessThanOrEqual(strengthOfWay([tie]));
      expect(strengthOfWay(ties.toReversed())).toBeCloseTo(whole, 12);
      expect(strengthOfWay([...ties, another])).toBeLessThanOrEqual(whole);
    }),
  );
});

it('is nothing where one tie is nothing', () => {
  expect(strengthOfWay([5, 0, 5])).toBe(0);
});
