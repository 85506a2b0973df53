/**
 * What is usual, hour by hour. Definition: mean of hour t = level * hour of day * weekday * cell, where the cell is the pair of the two;
 * every factor is shrunk towards 1 by pseudo-counts (gamma prior of a Poisson rate; Gelman et al., Bayesian Data Analysis, 2.6), so that
 * little data gives a flat week and much data its true shape. A holiday counts as a Sunday. The level is an exponentially weighted mean
 * (Holt's, as in Farrington et al., JRSS A 159, 1996, and Noufaily et al., Statistics in Medicine 32, 2013, with whom past outbreaks are
 * weighed down: here an hour far above the usual counts as a usual one, and all is fitted again). Dispersion: method of moments over
 * blocks of each length, the most unusual of them left out, shrunk to a prior (Clark and Perry, Biometrics 45, 1989), because hours that follow each other are alike and a day varies more
 * than its hours say.
 */
import type { HourIndex, LocalHours } from './local-hours.ts';
import type { Counting } from './negative-binomial.ts';

/** Mentions by hour, without gaps: `counts[i]` belongs to hour `start + i`. */
export type HourlyCounts = { readonly start: HourIndex; readonly counts: readonly number[] };

export type Baseline = {
  /** Days of history that it was learnt from. */
  readonly days: number;
  /** Mentions usual in an hour, whenever it is. */
  mean(hour: HourIndex): number;
  /** What is usual in a window: hours from `from` up to and without `to`; ends may be fractions of an hour. */
  window(from: number, to: number): Counting;
};

/** Mentions: how much must have been heard before a factor is believed as much as its prior. */
const FACTOR_PRIOR = 8;
const CELL_PRIOR = 12;
/** Hours: half of what the level is told by is younger. */
const LEVEL_HALF_LIFE = 14 * 24;
/** Hours on either side over which the level of the past is evened out. */
const LEVEL_REACH = 10 * 24;
/** Without data: the standard deviation is about half of the mean. Weight in squared expected mentions. */
const DISPERSION_PRIOR = 0.25;
const DISPERSION_WEIGHT = 40;
/** What is left out, and factors fitted on the same hours, make the past look calmer than it was (bench/alerts.ts). */
const OPTIMISM = 2;
/** Standard deviations of an hour. */
const FAR_AT_SD = 5;
/** The share of blocks that say nothing of how the others vary. */
const LEFT_OUT = 0.005;
/** The share of hours that may be unusual: they must not decide what far is, or they would hide themselves. */
const SUSPECT = 0.03;
const PASSES = 3;
/** Hours: the lengths for which dispersion is measured; between them it is interpolated. */
const LENGTHS = [1, 3, 8, 24, 72] as const;

export const fitBaseline = ({ start, counts }: HourlyCounts, local: LocalHours): Baseline => {
  const cells = counts.map((_, at) => cellOf(local, start + at));
  let cut: readonly number[] = counts;
  let fitted = fitOnce(cut, cells);
  for (let pass = 1; pass < PASSES; pass += 1) {
    const { inSample } = fitted;
    const dispersion = dispersionOf(cut, inSample, 1, SUSPECT);
    cut = counts.map((count, at) => {
      const mean = inSample[at] as number;
      return count > limitOf(mean, dispersion) ? mean : count;
    });
    fitted = fitOnce(cut, cells);
  }
  const dispersions = LENGTHS.map((length) => dispersionOf(cut, fitted.inSample, length, LEFT_OUT));
  const mean = (hour: HourIndex): number => fitted.level * (fitted.shape[cellOf(local, hour)] as number);
  const known = (hour: HourIndex): number => (fitted.heard[cellOf(local, hour)] as number) + CELL_PRIOR;
  return {
    days: counts.length / 24,
    mean,
    window: (from, to) => windowOf(from, to, { mean, known, dispersions, levelHeard: fitted.levelHeard }),
  };
};

/** Sundays and holidays are alike. */
const cellOf = (local: LocalHours, hour: HourIndex): number => {
  const { weekday, hour: ofDay, isHoliday } = local(hour);
  return (isHoliday ? 6 : weekday) * 24 + ofDay;
};

/** Some counts must stay possible in the calmest hour. */
const limitOf = (mean: number, dispersion: number): number =>
  Math.max(3, mean + FAR_AT_SD * Math.sqrt(mean + dispersion * mean * mean));

type Fitted = {
  readonly inSample: readonly number[];
  readonly shape: readonly number[];
  /** Mentions heard in each cell. */
  readonly heard: readonly number[];
  readonly level: number;
  readonly levelHeard: number;
};

const fitOnce = (counts: readonly number[], cells: readonly number[]): Fitted => {
  const levels = evenedOut(counts);
  const hours = factors(counts, levels, cells, { size: 24, of: (cell) => cell % 24, prior: FACTOR_PRIOR });
  const days = factors(counts, levels, cells, {
    size: 7,
    of: (cell) => Math.floor(cell / 24),
    prior: FACTOR_PRIOR,
  });
  const rough = Array.from(
    { length: 168 },
    (_, cell) => at(hours, cell % 24) * at(days, Math.floor(cell / 24)),
  );
  const expected = levels.map((level, hour) => level * at(rough, cells[hour] as number));
  const whole = { size: 168, of: (cell: number) => cell, prior: CELL_PRIOR };
  const fine = factors(counts, expected, cells, whole);
  const shape = rough.map((factor, cell) => factor * at(fine, cell));
  const heard = new Array<number>(168).fill(0);
  counts.forEach((count, hour) => {
    const cell = cells[hour] as number;
    heard[cell] = at(heard, cell) + count;
  });
  const { level, levelHeard } = latestLevel(counts, shape, cells);
  return {
    inSample: levels.map((past, hour) => past * at(shape, cells[hour] as number)),
    shape,
    heard,
    level,
    levelHeard,
  };
};

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

/** (heard + prior) / (expected + prior) of each group of cells. */
const factors = (
  counts: readonly number[],
  expected: readonly number[],
  cells: readonly number[],
  group: { readonly size: number; of(cell: number): number; readonly prior: number },
): readonly number[] => {
  const heard = new Array<number>(group.size).fill(group.prior);
  const usual = new Array<number>(group.size).fill(group.prior);
  counts.forEach((count, hour) => {
    const index = group.of(cells[hour] as number);
    heard[index] = at(heard, index) + count;
    usual[index] = at(usual, index) + at(expected, hour);
  });
  return heard.map((value, index) => value / at(usual, index));
};

/** The level of the past: the mean of the days around each hour, drawn a little to the mean of all. */
const evenedOut = (counts: readonly number[]): readonly number[] => {
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) as number) + count);
  const overall = at(sums, counts.length) / Math.max(1, counts.length);
  return counts.map((_, hour) => {
    const from = Math.max(0, hour - LEVEL_REACH);
    const to = Math.min(counts.length, hour + LEVEL_REACH + 1);
    return (at(sums, to) - at(sums, from) + overall * 48) / (to - from + 48);
  });
};

/** Mentions an hour now, and how many mentions say so. */
const latestLevel = (counts: readonly number[], shape: readonly number[], cells: readonly number[]) => {
  let [heard, usual] = [0, 0];
  counts.forEach((count, hour) => {
    const weight = 0.5 ** ((counts.length - 1 - hour) / LEVEL_HALF_LIFE);
    heard += weight * count;
    usual += weight * at(shape, cells[hour] as number);
  });
  // Half a mention more than was heard: what was never heard is still possible.
  return { level: (heard + 0.5) / Math.max(usual, 24), levelHeard: heard };
};

const dispersionOf = (
  counts: readonly number[],
  means: readonly number[],
  length: number,
  leftOut: number,
): number => {
  const blocks: { readonly excess: number; readonly square: number; readonly surprise: number }[] = [];
  for (let from = 0; from + length <= counts.length; from += length) {
    let [heard, usual] = [0, 0];
    for (let hour = from; hour < from + length; hour += 1) {
      heard += at(counts, hour);
      usual += at(means, hour);
    }
    const excess = (heard - usual) ** 2 - usual;
    blocks.push({ excess, square: usual * usual, surprise: (heard - usual) ** 2 / Math.max(usual, 0.01) });
  }
  blocks.sort((one, other) => other.surprise - one.surprise);
  let [excess, squares] = [0, 0];
  for (const block of blocks.slice(Math.floor(blocks.length * leftOut))) {
    excess += block.excess;
    squares += block.square;
  }
  const prior = DISPERSION_PRIOR / Math.sqrt(length);
  return Math.max(0.01, (OPTIMISM * excess + prior * DISPERSION_WEIGHT) / (squares + DISPERSION_WEIGHT));
};

type Parts = {
  mean(hour: HourIndex): number;
  known(hour: HourIndex): number;
  readonly dispersions: readonly number[];
  readonly levelHeard: number;
};

/** The mean itself is only known so well: what it may be wrong by adds to the dispersion (a gamma mixture stays negative binomial). */
const windowOf = (from: number, to: number, parts: Parts): Counting => {
  let [mean, uncertain] = [0, 0];
  for (let hour = Math.floor(from); hour < to; hour += 1) {
    const usual = parts.mean(hour) * (Math.min(hour + 1, to) - Math.max(hour, from));
    mean += usual;
    uncertain += (usual * usual) / parts.known(hour);
  }
  const ofCells = mean > 0 ? uncertain / (mean * mean) : 0;
  const dispersion = between(parts.dispersions, to - from) + ofCells + 1 / (parts.levelHeard + 1);
  return { mean, dispersion };
};

/** Linear in the logarithm of the length; outside what was measured, as at its ends. */
const between = (dispersions: readonly number[], length: number): number => {
  const upper = LENGTHS.findIndex((known) => known >= length);
  if (upper === 0) return at(dispersions, 0);
  if (upper === -1) return at(dispersions, LENGTHS.length - 1);
  const [low, high] = [LENGTHS[upper - 1] as number, LENGTHS[upper] as number];
  const share = Math.log(length / low) / Math.log(high / low);
  return at(dispersions, upper - 1) * (1 - share) + at(dispersions, upper) * share;
};
