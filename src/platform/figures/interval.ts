/** 95 % two-sided. */
const Z = 1.959963984540054;

export type Share = {
  readonly count: number;
  readonly of: number;
  /** 0 to 1; null when there is nothing to take a share of. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
};

/** A share with its 95 % interval (Wilson, "Probable inference", JASA 22, 1927). */
export const shareOf = (count: number, of: number): Share => {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 };
  const p = Math.min(1, count / of);
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  // Rounding must not put none or all of them outside of their own interval.
  const low = Math.min(p, Math.max(0, centre - half));
  return { count, of, share: p, low, high: Math.max(p, Math.min(1, centre + half)) };
};

export type Times = {
  readonly count: number;
  /** In the unit of what was measured; null when there is nothing. */
  readonly median: number | null;
  readonly p90: number | null;
  /** 95 % interval of the median; null under six, where no two of them hold it so surely. */
  readonly low: number | null;
  readonly high: number | null;
};

/** The median with its exact 95 % interval from order statistics (Conover, "Practical Nonparametric Statistics", 3.2). */
export const timesOf = (measured: readonly number[]): Times => {
  const sorted = [...measured].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, median: null, p90: null, low: null, high: null };
  const at = (index: number): number => sorted[Math.min(count - 1, Math.max(0, index))] ?? 0;
  const median = (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
  const rank = medianRank(count);
  return {
    count,
    median,
    p90: at(Math.ceil(count * 0.9) - 1),
    low: rank === 0 ? null : at(rank - 1),
    high: rank === 0 ? null : at(count - rank),
  };
};

/** The largest k with P(Binomial(n, ½) < k) at most 2.5 %; 0 when there is none. */
const medianRank = (count: number): number => {
  let below = 0;
  for (let k = 0; k <= count / 2; k += 1) {
    below += Math.exp(logChoose(count, k) - count * Math.LN2);
    if (below > 0.025) return k;
  }
  return 0;
};

export type RateChange = {
  /** Rate after over rate before; null when there was nothing before. */
  readonly ratio: number | null;
  readonly low: number;
  /** Infinity as null. */
  readonly high: number | null;
};

/**
 * How a rate changed: events after over before, given how much was looked at. Exact 95 % interval: of all events, those after are
 * binomial (Przyborowski and Wilenski, Biometrika 31, 1940; bounds of Clopper and Pearson, Biometrika 26, 1934).
 */
export const rateChange = (
  before: { readonly count: number; readonly of: number },
  after: { readonly count: number; readonly of: number },
): RateChange => {
  const total = before.count + after.count;
  if (total === 0 || before.of === 0 || after.of === 0) return { ratio: null, low: 0, high: null };
  const toRatio = (p: number): number | null => (p >= 1 ? null : (p / (1 - p)) * (before.of / after.of));
  const low = after.count === 0 ? 0 : solve((p) => upperTail(total, after.count, p) - 0.025);
  const high = after.count === total ? 1 : solve((p) => 0.025 - lowerTail(total, after.count, p));
  return {
    ratio: before.count === 0 ? null : after.count / after.of / (before.count / before.of),
    low: toRatio(low) ?? 0,
    high: toRatio(high),
  };
};

/** Where a growing function of 0…1 crosses zero. */
const solve = (grows: (p: number) => number): number => {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (grows(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
};

const chance = (n: number, k: number, p: number): number => {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
};
const upperTail = (n: number, k: number, p: number): number => {
  let sum = 0;
  for (let at = k; at <= n; at += 1) sum += chance(n, at, p);
  return sum;
};
const lowerTail = (n: number, k: number, p: number): number => {
  let sum = 0;
  for (let at = 0; at <= k; at += 1) sum += chance(n, at, p);
  return sum;
};

const logFactorials: number[] = [0];
const logFactorial = (n: number): number => {
  for (let at = logFactorials.length; at <= n; at += 1)
    logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at));
  return logFactorials[n] ?? 0;
};
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
