import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTokenBuckets } from './token-bucket.ts';

it('never lets more through than the burst and what time has brought', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 300 }), (steps) => {
      const buckets = createTokenBuckets({ burst: 5, perMinute: 60 });
      let now = 0;
      let through = 0;
      for (const step of steps) {
        now += step;
        const wait = buckets.take('a', now);
        if (wait === 0) through += 1;
        expect(through).toBeLessThanOrEqual(5 + now / 1000 + 1e-6);
        expect(wait).toBeLessThanOrEqual(1000);
      }
    }),
  );
});

it('says how long to wait, and then lets in', () => {
  const buckets = createTokenBuckets({ burst: 1, perMinute: 6 });
  expect(buckets.take('a', 0)).toBe(0);
  const wait = buckets.take('a', 0);
  expect(wait).toBe(10_000);
  expect(buckets.take('a', wait - 10)).toBeGreaterThan(0);
  expect(buckets.take('a', wait + 1)).toBe(0);
});

it('one key’s flood is not another’s, and a flood of keys takes no memory', () => {
  const buckets = createTokenBuckets({ burst: 1, perMinute: 1 }, 10);
  expect(buckets.take('mine', 0)).toBe(0);
  for (let at = 0; at < 5; at += 1) expect(buckets.take(`other-${at}`, 0)).toBe(0);
  expect(buckets.take('mine', 0)).toBeGreaterThan(0);
});
