import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelProblem } from '../contract.ts';
import { problemWords } from '../words.ts';
import { afterProblem } from './after-problem.ts';

const now = new Date('2026-11-22T08:00:00Z');
const kinds = Object.keys(problemWords) as ChannelProblem['kind'][];
const problemOf = (kind: ChannelProblem['kind']): ChannelProblem =>
  ({ kind, detail: '', field: 'url', status: 500, to: 'https://a.example' }) as ChannelProblem;
const outcomeOf = (kind: ChannelProblem['kind'], failures = 0, random = 0.5) =>
  afterProblem({ problem: problemOf(kind), failures, pollEveryMs: 600_000, now, random: () => random });

describe('what a failure makes of a connection', () => {
  it('asks people at once for what only they can mend', () => {
    const asked = kinds.filter((kind) => outcomeOf(kind).state === 'needs-attention');
    expect(asked.sort()).toEqual(['blocked-address', 'gone', 'misconfigured', 'unauthorised']);
  });

  it('asks people in the end for what should have passed by itself', () => {
    const asked = kinds.filter((kind) => outcomeOf(kind, 7).state !== outcomeOf(kind, 0).state);
    expect(asked.sort()).toEqual(['forbidden', 'not-found']);
  });

  it('never waits less than it was asked to, nor for ever', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(86_400_000),
        (failures, random, retryAfterMs) => {
          const { nextPollAt } = afterProblem({
            problem: { kind: 'rate-limited', retryAfterMs, detail: '' },
            ...{ failures, pollEveryMs: 600_000, now, random: () => random },
          });
          const wait = nextPollAt.getTime() - now.getTime();
          expect(wait).toBeGreaterThanOrEqual(retryAfterMs - 1);
          expect(wait).toBeLessThanOrEqual(2 * 86_400_000);
        },
      ),
    );
  });

  it('waits longer each time, up to an hour', () => {
    const waits = [0, 1, 2, 3, 20].map(
      (failures) => outcomeOf('timeout', failures, 1).nextPollAt.getTime() - now.getTime(),
    );
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 3_600_000]);
  });
});
