import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDelay, retryAfterMs } from './backoff.ts';

const now = new Date('2026-03-29T01:30:00Z');
const calm = { attempt: 1, baseMs: 1000, capMs: 60_000, now, random: () => 0.5 };
const day = 86_400_000;

describe('the wait before the next attempt', () => {
  it('doubles up to the cap', () => {
    const waits = [1, 2, 3, 4, 10, 1000].map((attempt) => nextDelay({ ...calm, attempt, random: () => 1 }));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000]);
  });

  it('is spread by chance, never none and never above the step', () => {
    expect(nextDelay({ ...calm, random: () => 0 })).toBe(100);
    expect(nextDelay({ ...calm, random: () => 0.999 })).toBeLessThanOrEqual(1000);
  });

  it('is never shorter than what the server asks, in seconds or by date', () => {
    expect(nextDelay({ ...calm, retryAfter: '120', random: () => 0 })).toBe(120_000);
    expect(nextDelay({ ...calm, retryAfter: 120, random: () => 0 })).toBe(120_000);
    expect(nextDelay({ ...calm, retryAfter: 'Sun, 29 Mar 2026 01:32:00 GMT', random: () => 0 })).toBe(
      120_000,
    );
  });

  it('is a whole number between its bounds for any input', () => {
    const anyInput = fc.record({
      attempt: fc.integer(),
      baseMs: fc.integer({ min: 1, max: 10_000 }),
      capMs: fc.integer({ min: 1, max: day }),
      retryAfter: fc.oneof(
        fc.string(),
        fc.double(),
        fc.constant(undefined),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      serverDate: fc.oneof(fc.string(), fc.constant(null)),
      random: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => () => value),
    });
    fc.assert(
      fc.property(anyInput, (input) => {
        const delay = nextDelay({ ...input, now });
        expect(Number.isInteger(delay)).toBe(true);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(day * 1.1);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(retryAfterMs({ ...input, now }) ?? 0));
      }),
    );
  });
});

describe('what a server asks', () => {
  const asked = (retryAfter: string | number, serverDate?: string) =>
    retryAfterMs({ retryAfter, serverDate, now });

  it('is ignored when it lies in the past or cannot be read', () => {
    for (const nonsense of [
      'Sun, 29 Mar 2026 00:30:00 GMT',
      'soon',
      '-5',
      '',
      '1e9',
      'NaN',
      Number.NaN,
      -1,
    ]) {
      expect(asked(nonsense), String(nonsense)).toBeUndefined();
    }
  });

  it('is read by the server’s own clock when that is an hour off', () => {
    expect(asked('Sun, 29 Mar 2026 02:31:00 GMT', 'Sun, 29 Mar 2026 02:30:00 GMT')).toBe(60_000);
    expect(asked('Sun, 29 Mar 2026 00:31:00 GMT', 'Sun, 29 Mar 2026 00:30:00 GMT')).toBe(60_000);
  });

  it('is never more than a day', () => {
    expect(asked('99999999999999999999')).toBe(day);
    expect(asked('Fri, 01 Jan 2100 00:00:00 GMT')).toBe(day);
  });
});
