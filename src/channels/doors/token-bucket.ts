/** Rates are counted in this process alone: several processes allow as many times as much. */
export type Rate = {
  /** How many may come at once after a quiet time. */
  readonly burst: number;
  readonly perMinute: number;
};

type TokenBuckets = {
  /** 0 when one more may come, else the milliseconds to wait. A refusal costs nothing. */
  take(key: string, now: number): number;
};

type Bucket = { left: number; at: number };

/**
 * Token buckets by key. At most `most` are remembered: the one that was asked for the longest ago goes first, which is full again
 * or belongs to a flood of keys that are asked for once.
 */
export const createTokenBuckets = ({ burst, perMinute }: Rate, most = 20_000): TokenBuckets => {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return {
    take: (key, now) => {
      const known = buckets.get(key);
      buckets.delete(key);
      const left = known ? Math.min(burst, known.left + Math.max(0, now - known.at) * perMs) : burst;
      const may = left >= 1;
      buckets.set(key, { left: may ? left - 1 : left, at: now });
      if (buckets.size > most) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return may ? 0 : Math.ceil((1 - left) / perMs);
    },
  };
};
