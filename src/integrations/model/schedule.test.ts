import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt, RETRY_AFTER_S, restMs, THREE_DAYS_MS } from './schedule.ts';

const startedAt = new Date('2026-11-22T10:00:00Z');
const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the schedule of attempts', () => {
  it('goes on for three days exactly, each wait no shorter than the one before', () => {
    expect(RETRY_AFTER_S.reduce((sum, wait) => sum + wait, 0) * 1000).toBe(THREE_DAYS_MS);
    expect([...RETRY_AFTER_S].sort((a, b) => a - b)).toEqual(RETRY_AFTER_S);
  });

  it('ends, near the end of the third day and never after it, whatever the chance and whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyChance, fc.integer({ min: 0, max: 90_000_000 })), {
          minLength: 20,
          maxLength: 20,
        }),
        fc.boolean(),
        (draws, asks) => {
          let now = startedAt;
          let attempts = 0;
          for (;;) {
            attempts += 1;
            const [random, askedMs] = draws[attempts] ?? [0.5, 0];
            const next = nextAttempt({ attempts, startedAt, now, random, ...(asks ? { askedMs } : {}) });
            if (!next) break;
            expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
            now = next;
          }
          const took = now.getTime() - startedAt.getTime();
          expect(attempts).toBeLessThanOrEqual(RETRY_AFTER_S.length + 1);
          expect(took).toBeLessThanOrEqual(THREE_DAYS_MS);
          expect(took).toBeGreaterThanOrEqual(0.9 * THREE_DAYS_MS);
        },
      ),
    );
  });

  it('waits as long as it was asked to', () => {
    const next = nextAttempt({ attempts: 1, startedAt, now: startedAt, random: 0.5, askedMs: 120_000 });
    expect(next?.getTime()).toBe(startedAt.getTime() + 120_000);
  });

  it('leaves an address alone for a while when it fails often, a quarter of an hour at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), anyChance, (failures, random) => {
        const rest = restMs(failures, random);
        expect(rest).toBeLessThanOrEqual(15 * 60_000);
        expect(rest > 0).toBe(failures >= 5);
      }),
    );
  });
});
