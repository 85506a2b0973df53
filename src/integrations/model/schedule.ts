/**
 * Seconds before each further attempt: doubling and more, then every 20 hours; together exactly three days, after which a message is
 * given up. The first ones come soon, because most troubles are a restart.
 */
export const RETRY_AFTER_S: readonly number[] = [
  5, 25, 90, 480, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 72_000, 72_000,
];

export const THREE_DAYS_MS = 3 * 86_400_000;

/** Failures in a row after which an address rests between attempts, so that it takes no turns from others. */
export const RESTS_AFTER = 5;
const SHORTEST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;
/** An answer that took longer makes an address one of the slow. */
export const SLOW_MS = 3_000;

export type Attempted = {
  /** Attempts of this round, this one included. */
  readonly attempts: number;
  readonly startedAt: Date;
  readonly now: Date;
  /** Asked for by the receiver (Retry-After); undefined when it did not. */
  readonly askedMs?: number | undefined;
  /** In [0, 1). */
  readonly random: number;
};

/**
 * When to try again after a failure; null when the three days are over. Each wait is spread over a tenth to either side, so that
 * those who failed together do not come back together; the last attempt is never later than three days after the first. PURE.
 */
export const nextAttempt = ({ attempts, startedAt, now, askedMs = 0, random }: Attempted): Date | null => {
  const wait = RETRY_AFTER_S[attempts - 1];
  const end = startedAt.getTime() + THREE_DAYS_MS;
  if (wait === undefined || now.getTime() >= end) return null;
  const spread = wait * 1000 * (0.9 + 0.2 * random);
  return new Date(Math.min(now.getTime() + Math.max(spread, askedMs), end));
};

/** How long an address is left alone after so many failures in a row; 0 for a few. PURE. */
export const restMs = (failures: number, random: number): number => {
  if (failures < RESTS_AFTER) return 0;
  const step = Math.min(LONGEST_REST_MS, SHORTEST_REST_MS * 2 ** Math.min(failures - RESTS_AFTER, 20));
  return Math.round(step * (0.8 + 0.2 * random));
};
