import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const take = (seed: number, count: number): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random.next);
};

test('the same seed gives the same stream, another seed another one', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (one, other) => {
      expect(take(one, 8)).toEqual(take(one, 8));
      if (!Object.is(one, other)) expect(take(one, 8)).not.toEqual(take(other, 8));
    }),
  );
});

test('numbers stay within their limits', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, limit) => {
      const random = createRandom(seed);
      for (let turn = 0; turn < 50; turn++) {
        const [fraction, whole] = [random.next(), random.below(limit)];
        expect(fraction >= 0 && fraction < 1).toBe(true);
        expect(Number.isInteger(whole) && whole >= 0 && whole < limit).toBe(true);
      }
    }),
  );
});

test('every value comes about equally often', () => {
  const random = createRandom(7);
  const counts = new Float64Array(16);
  for (let turn = 0; turn < 160_000; turn++) {
    const value = random.below(16);
    counts[value] = (counts[value] as number) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // 15 degrees of freedom: above 45 once in ten thousand seeds.
  expect(chiSquare).toBeLessThan(45);
});
