import { nextDelay } from '../../platform/backoff.ts';
import type { ChannelProblem } from '../contract.ts';

/** What a failed attempt makes of a connection. Pure. */
export type AfterProblem = {
  readonly state: 'active' | 'needs-attention';
  readonly failures: number;
  readonly nextPollAt: Date;
};

/** No amount of trying mends these: a person must. */
const forPeople: ReadonlySet<ChannelProblem['kind']> = new Set([
  'unauthorised',
  'gone',
  'misconfigured',
  'blocked-address',
]);

/** These pass sometimes (a site being rebuilt): a person is asked when they do not. */
const forPeopleInTime: ReadonlySet<ChannelProblem['kind']> = new Set(['forbidden', 'not-found']);
const PATIENCE = 8;

const BASE_MS = 30_000;
const LONGEST_MS = 60 * 60 * 1000;

export const afterProblem = (given: {
  readonly problem: ChannelProblem;
  /** Failures in a row before this one. */
  readonly failures: number;
  readonly pollEveryMs: number;
  readonly now: Date;
  readonly random: () => number;
}): AfterProblem => {
  const { problem, now } = given;
  const failures = given.failures + 1;
  const delay = nextDelay({
    attempt: failures,
    baseMs: Math.min(BASE_MS, given.pollEveryMs),
    capMs: Math.max(LONGEST_MS, given.pollEveryMs),
    retryAfter:
      problem.kind === 'rate-limited' && problem.retryAfterMs !== undefined
        ? problem.retryAfterMs / 1000
        : undefined,
    now,
    random: given.random,
  });
  const needsPeople =
    forPeople.has(problem.kind) || (forPeopleInTime.has(problem.kind) && failures >= PATIENCE);
  return {
    state: needsPeople ? 'needs-attention' : 'active',
    failures,
    nextPollAt: new Date(now.getTime() + delay),
  };
};
