export type PastUse = {
  readonly outcome: string;
  /** When its answer, or the lack of it, was known. */
  readonly endedAt: Date;
  readonly holdUntil: Date | null;
};

/** Failures in a row after which the server is left alone, and for how long (ms). */
export const FAILURES = 3;
export const REST_MS = 10 * 60_000;

/**
 * Until when nothing is asked; null when it may be. `latest` first. After the rest one question is let through: if it fails
 * too, its own end begins another.
 */
export const restingUntil = (latest: readonly PastUse[], now: Date): Date | null => {
  const [last] = latest;
  if (!last) return null;
  const failed = latest.slice(0, FAILURES).filter(({ outcome }) => outcome !== 'ok');
  const rest = failed.length === FAILURES ? last.endedAt.getTime() + REST_MS : 0;
  const until = Math.max(rest, last.holdUntil?.getTime() ?? 0);
  return until > now.getTime() ? new Date(until) : null;
};
