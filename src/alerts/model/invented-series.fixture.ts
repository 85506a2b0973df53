import { type HourIndex, hourOf, type LocalHours } from './local-hours.ts';

/** Numbers that look like chance and are the same each time (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type Invention = {
  readonly local: LocalHours;
  readonly seed: number;
  readonly days: number;
  /** Mentions a day, on average. */
  readonly aDay: number;
  /** Variance beyond chance of an hour, and of a whole day (all its hours share it): as `dispersion`. */
  readonly ofHour: number;
  readonly ofDay: number;
  /** What the level is multiplied by each week. */
  readonly growth?: number;
  /** What a holiday is multiplied by. */
  readonly holidays?: number;
  /** Extra mentions, on average, in each hour from `at` for `hours`. Hours since 1970. */
  readonly bursts?: readonly { readonly at: HourIndex; readonly hours: number; readonly extra: number }[];
  readonly start?: Date;
};

/** When mentions came: hours since 1970 with their fraction, in order. A company's week: mornings, evenings, quiet Sundays. */
export const inventTimes = (
  invention: Invention,
): { readonly start: HourIndex; readonly times: readonly number[] } => {
  const random = seeded(invention.seed);
  const start = hourOf(invention.start ?? new Date('2026-01-05T00:00:00+01:00'));
  const times: number[] = [];
  let [day, ofDay] = [0, 1];
  for (let hour = start; hour < start + invention.days * 24; hour += 1) {
    const local = invention.local(hour);
    if (local.day !== day) [day, ofDay] = [local.day, gamma(random, invention.ofDay)];
    const grown = (invention.growth ?? 1) ** ((hour - start) / 168);
    const holiday = local.isHoliday ? (invention.holidays ?? 0.5) : 1;
    const usual =
      (invention.aDay / 24) * (HOURS[local.hour] ?? 1) * (DAYS[local.weekday] ?? 1) * grown * holiday;
    const burst = (invention.bursts ?? []).filter(({ at, hours }) => hour >= at && hour < at + hours);
    const extra = burst.reduce((sum, one) => sum + one.extra, 0);
    const count = poisson(random, usual * ofDay * gamma(random, invention.ofHour) + extra);
    times.push(...Array.from({ length: count }, () => hour + random()).sort((a, b) => a - b));
  }
  return { start, times };
};

export const countsOf = (start: HourIndex, times: readonly number[], hours: number) => {
  const counts = new Array<number>(hours).fill(0);
  for (const time of times) counts[Math.floor(time) - start] = (counts[Math.floor(time) - start] ?? 0) + 1;
  return { start, counts };
};

/** Exact to the moment. */
export const heardAmong = (times: readonly number[]) => {
  const before = (moment: number): number => {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] as number) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (from: number, to: number): number => before(to) - before(from);
};

const HOURS = [
  0.15, 0.08, 0.05, 0.05, 0.08, 0.2, 0.5, 0.9, 1.2, 1.4, 1.5, 1.5, 1.6, 1.5, 1.2, 1.2, 1.3, 1.5, 1.7, 1.9, 2,
  1.8, 1.2, 0.49,
];
const DAYS = [1.1, 1.1, 1.05, 1.05, 1.15, 0.9, 0.65];

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Mean 1, variance `dispersion` (Marsaglia and Tsang, ACM TOMS 26, 2000). */
const gamma = (random: () => number, dispersion: number): number => {
  if (dispersion <= 0) return 1;
  const shape = 1 / dispersion;
  const boost = shape < 1 ? (1 - random()) ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v * boost * dispersion;
  }
};

export const poisson = (random: () => number, mean: number): number => {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count += 1;
    product *= random();
  }
  return count;
};
