import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateChange, shareOf, timesOf } from './interval.ts';

describe('intervals', () => {
  it('of a share are those of the textbook (Agresti and Coull 1998, 0 of 10 and 15 of 148)', () => {
    expect(shareOf(0, 10)).toMatchObject({ low: 0, share: 0 });
    expect(shareOf(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(shareOf(15, 148).low).toBeCloseTo(0.0624, 4);
    expect(shareOf(15, 148).high).toBeCloseTo(0.1605, 4);
  });

  it('of a share hold it, within nought and one', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (count, more) => {
        const { share, low, high } = shareOf(count, count + more);
        if (share === null) return;
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a median are the known ranks: none under six, first and last of six, second and ninth of ten', () => {
    expect(timesOf([1, 2, 3, 4, 5])).toMatchObject({ median: 3, low: null, high: null });
    expect(timesOf([1, 2, 3, 4, 5, 6])).toMatchObject({ median: 3.5, low: 1, high: 6 });
    expect(timesOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toMatchObject({ median: 5.5, low: 2, high: 9, p90: 9 });
  });

  it('of a change of rate hold no change when nothing changed, and not when it surely did', () => {
    const same = rateChange({ count: 10, of: 1_000 }, { count: 10, of: 1_000 });
    expect(same.ratio).toBe(1);
    expect(same.low).toBeLessThan(1);
    expect(same.high ?? 0).toBeGreaterThan(1);
    const less = rateChange({ count: 40, of: 1_000 }, { count: 8, of: 1_000 });
    expect(less.high ?? 9).toBeLessThan(1);
  });

  it('of a change of rate are those of Clopper and Pearson: 3 of 10 is 6.67 % to 65.25 %', () => {
    const { low, high } = rateChange({ count: 7, of: 1 }, { count: 3, of: 1 });
    expect(low / (1 + low)).toBeCloseTo(0.0667, 3);
    expect((high ?? 0) / (1 + (high ?? 0))).toBeCloseTo(0.6525, 3);
  });
});
