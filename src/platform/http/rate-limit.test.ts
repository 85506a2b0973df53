import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit, rateLimitHeaders } from './rate-limit.ts';

const clockAt = (start: number) => {
  let now = start;
  return { now: () => new Date(now), advance: (ms: number) => (now += ms) };
};

describe('the allowance of requests', () => {
  it('lets so many through in a window and no more, whatever the pace, each name by itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 }),
        (limit, pauses) => {
          const clock = clockAt(0);
          const take = createRateLimit(clock);
          const allowed: number[] = [];
          for (const pause of pauses) {
            clock.advance(pause);
            if (take('a', limit).isAllowed) allowed.push(clock.now().getTime());
            expect(take(`other ${pauses.length}`, 1_000).isAllowed).toBe(true);
          }
          // However it falls, no minute sees more than two windows' worth.
          for (const at of allowed)
            expect(allowed.filter((one) => one >= at && one < at + 60_000).length).toBeLessThanOrEqual(
              2 * limit,
            );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says what is left, and when to come back', () => {
    const clock = clockAt(0);
    const take = createRateLimit(clock);
    expect(rateLimitHeaders(take('a', 1))).toEqual({
      'ratelimit-policy': '"minute";q=1;w=60',
      ratelimit: '"minute";r=0;t=60',
    });
    clock.advance(20_000);
    expect(rateLimitHeaders(take('a', 1))['retry-after']).toBe('40');
    clock.advance(40_000);
    expect(take('a', 1).isAllowed).toBe(true);
  });
});
