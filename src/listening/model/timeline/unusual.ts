export type Unusual = {
  /** How many there are usually: the mean of the spans before. */
  readonly expected: number;
  /** How far this one is from it, in standard deviations of counts as scattered as those before. */
  readonly z: number;
};

/** Below this many nothing is called unusual: two in place of one is no news. */
const FEWEST = 5;
const UNUSUAL_Z = 3;

/**
 * Which counts differ from those just before them by more than chance would: each is held against the mean m of the `span`
 * counts before it (at least half of them must be there), taken as over-dispersed: variance f·m with f = variance/mean of
 * those before, never below 1 (as of a Poisson count), and a little wider because m itself is estimated. Three standard
 * deviations are unusual: by chance about one in 700 if counts were normal, somewhat more with small ones.
 */
export const unusualCounts = (counts: readonly number[], span: number): readonly (Unusual | null)[] =>
  counts.map((count, at) => {
    const before = counts.slice(Math.max(0, at - span), at);
    if (before.length < span / 2) return null;
    const mean = before.reduce((sum, each) => sum + each, 0) / before.length;
    const variance =
      before.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, before.length - 1);
    const scatter = mean > 0 ? Math.max(1, variance / mean) : 1;
    const deviation = Math.sqrt(scatter * Math.max(mean, 0.5) * (1 + 1 / before.length));
    const z = (count - mean) / deviation;
    const isUnusual = Math.abs(z) >= UNUSUAL_Z && Math.max(count, mean) >= FEWEST;
    return isUnusual ? { expected: mean, z } : null;
  });
