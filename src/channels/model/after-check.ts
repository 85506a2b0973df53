import type { Health } from '../contract.ts';
import { clockNotice } from '../words.ts';

/** Off by more than this, a clock deserves a word. */
const SKEW_WORTH_A_WORD_MS = 5 * 60_000;

/** What a good check writes on its connection: all is well from now on. */
export const afterCheck = (health: Health, now: Date) =>
  ({
    account: health.account,
    notices: [
      ...health.notices,
      ...(Math.abs(health.clockSkewMs ?? 0) > SKEW_WORTH_A_WORD_MS
        ? [clockNotice(health.clockSkewMs ?? 0)]
        : []),
    ],
    expiresAt: health.expiresAt ?? null,
    lastCheckedAt: now,
    state: 'active',
    problem: null,
    failures: 0,
    nextPollAt: now,
  }) as const;
