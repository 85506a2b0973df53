import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExpiryWarning, warningDue, warningOf } from './expiry-warning.ts';

const DAY = 86_400_000;
const start = Date.parse('2026-11-22T10:00:00Z');

/** Looks at every so many hours, as the job does, and gathers what it warned of. */
const watch = (lifeDays: number, everyHours: number, jitterMs: readonly number[] = [0]) => {
  const warned: number[] = [];
  let kept: ExpiryWarning | null = null;
  let look = 0;
  for (let now = start; now < start + (lifeDays + 2) * DAY; now += everyHours * 3_600_000) {
    const end = new Date(start + lifeDays * DAY + (jitterMs[look++ % jitterMs.length] ?? 0));
    const days = warningDue(end, kept, new Date(now));
    if (days === undefined) continue;
    warned.push(days);
    kept = { expiresAt: end.toISOString(), days };
  }
  return warned;
};

describe('the warnings of an end', () => {
  it('come 14, 7 and 1 days before, each once', () => {
    expect(watch(60, 1)).toEqual([14, 7, 1]);
    expect(watch(60, 1, [0, 40_000, -3_600_000])).toEqual([14, 7, 1]);
  });

  it('begin at once with what is nearer', () => {
    expect(watch(6, 1)).toEqual([7, 1]);
    expect(watch(0.5, 1)).toEqual([1]);
  });

  it('do not come after the end, nor of an end that has been moved', () => {
    expect(warningDue(new Date(start), null, new Date(start))).toBeUndefined();
    const kept = { expiresAt: new Date(start + DAY).toISOString(), days: 1 as const };
    expect(warningOf(new Date(start + DAY), kept)).toEqual(kept);
    expect(warningOf(new Date(start + 60 * DAY), kept)).toBeUndefined();
    expect(warningDue(new Date(start + 13 * DAY), kept, new Date(start))).toBe(14);
  });

  it('never come twice, however often and late somebody looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 400 }), (life, hours) => {
        const warned = watch(life, hours);
        expect(warned).toEqual([...new Set(warned)].sort((one, other) => other - one));
      }),
    );
  });
});
