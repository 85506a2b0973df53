/** True while whoever asks may go on. */
export type Limiter = (who: string, now: Date) => boolean;

/** So many turns in a window of time, for each. What is remembered is bounded: with too many at once the oldest are forgotten. */
export const createLimiter = ({
  turns,
  windowMs,
}: {
  readonly turns: number;
  readonly windowMs: number;
}): Limiter => {
  const seen = new Map<string, { readonly since: number; count: number }>();
  return (who, now) => {
    const at = now.getTime();
    const known = seen.get(who);
    if (known && at - known.since < windowMs) {
      known.count += 1;
      return known.count <= turns;
    }
    seen.delete(who);
    seen.set(who, { since: at, count: 1 });
    if (seen.size > MOST) seen.delete(seen.keys().next().value ?? '');
    return true;
  };
};

const MOST = 10_000;
