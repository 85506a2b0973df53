import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma, nothing, quantile, upperTail } from './negative-binomial.ts';

const counting = fc.record({
  mean: fc.double({ min: 0.01, max: 300, noNaN: true }),
  dispersion: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 5, noNaN: true })),
});

describe('counts beyond chance', () => {
  // R 4: ppois(9, 3, lower.tail = FALSE), pnbinom(9, size = 2, mu = 3, lower.tail = FALSE), lgamma(10.5)
  it.each([
    [{ mean: 3, dispersion: 0 }, 10, 0.0011024881301155],
    [{ mean: 3, dispersion: 0.5 }, 10, 0.03023308800000003],
    [{ mean: 3, dispersion: 0.5 }, 1, 0.84],
  ])('of %j have at least %i with probability %f', (given, least, probability) => {
    expect(upperTail(given, least)).toBeCloseTo(probability, 10);
  });

  it('use the logarithm of the gamma function', () => {
    expect(logGamma(10.5)).toBeCloseTo(13.940625219404, 9);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246981, 9);
  });

  it('are rarer the more there are, and never less than impossible', () => {
    fc.assert(
      fc.property(counting, fc.nat(400), (given, least) => {
        const [more, less] = [upperTail(given, least + 1), upperTail(given, least)];
        expect(more).toBeLessThanOrEqual(less + 1e-9);
        expect(more).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('have as their quantile the smallest count that enough cases do not go over', () => {
    fc.assert(
      fc.property(counting, fc.constantFrom(0.1, 0.5, 0.9), (given, share) => {
        const least = quantile(given, share);
        expect(1 - upperTail(given, least + 1)).toBeGreaterThanOrEqual(share - 1e-6);
        if (least > 0) expect(1 - upperTail(given, least)).toBeLessThan(share + 1e-6);
      }),
    );
  });

  it('are nothing as often as their first term says', () => {
    fc.assert(
      fc.property(counting, (given) => {
        expect(nothing(given)).toBeCloseTo(1 - upperTail(given, 1), 8);
      }),
    );
  });
});
