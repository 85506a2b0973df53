/**
 * A spike: more than is usual, beyond what chance brings as often as the person accepts. Definition: at each look, windows of 1, 3, 8 and
 * 24 hours that end now are compared with the negative binomial that is usual for them; there is a spike when one of them has so much that
 * chance would bring it with p <= p*, where p* = length / (hours between false alarms * windows * LOOKS). A window that slides is looked
 * at again and again, but its counts are almost the same: LOOKS is how many independent looks it is worth for each time its own length
 * passes (scan statistics: Naus, JASA 77, 1982; Alm, Stochastic Models 13, 1997; Glaz, Naus and Wallenstein, Scan Statistics, 2001). The
 * sum over windows is Bonferroni's. Measured in bench/alerts.ts: fewer false alarms than asked, a few more
 * where hours vary wildly.
 */
import { type FalseAlarms, hoursBetween } from './false-alarms.ts';
import { type Counting, quantile, upperTail } from './negative-binomial.ts';
import type { Baseline } from './seasonal-baseline.ts';

/** Hours. */
const WINDOWS = [1, 3, 8, 24] as const;
const LOOKS = 20;
/** Two mentions are no wave, however quiet it is otherwise. */
const FEWEST = 4;
/** The story goes on while chance would bring as much in one case of so many. */
const STILL = 0.02;
/** Hours in which it must have become quiet again. */
const CALM_AFTER = 3;

/** Mentions heard from one moment to another, in hours since 1970; ends may be fractions. */
export type Heard = (from: number, to: number) => number;

export type Spike = {
  /** Hours since 1970. */
  readonly from: number;
  readonly to: number;
  readonly heard: number;
  readonly expected: number;
  /** Between these lie eight cases of ten. */
  readonly low: number;
  readonly high: number;
  /** How often chance alone would bring as much in such a window. */
  readonly chance: number;
};

export type SpikeLook = {
  readonly baseline: Baseline;
  readonly heard: Heard;
  /** Hours since 1970, with its fraction. */
  readonly now: number;
  /** What a story has told already does not begin another. */
  readonly notBefore: number;
  readonly choice: FalseAlarms;
};

/** The clearest of the windows that are beyond chance; null when there is none. */
export const findSpike = ({ baseline, heard, now, notBefore, choice }: SpikeLook): Spike | null => {
  let clearest: { readonly spike: Spike; readonly margin: number } | null = null;
  for (const length of WINDOWS) {
    const from = Math.max(Math.ceil(now) - length, notBefore);
    if (from >= now || (length > 1 && from > Math.ceil(now) - length)) continue;
    const count = heard(from, now);
    const usual = baseline.window(from, now);
    if (count < FEWEST || count < 1.5 * usual.mean) continue;
    const chance = upperTail(usual, count);
    const margin = chance / acceptedChance(length, choice);
    if (margin > 1 || (clearest && clearest.margin <= margin)) continue;
    clearest = { margin, spike: { from, to: now, heard: count, chance, ...rangeOf(usual) } };
  }
  return clearest?.spike ?? null;
};

/** p* of a window of so many hours. */
const acceptedChance = (length: number, choice: FalseAlarms): number =>
  length / (hoursBetween[choice] * WINDOWS.length * LOOKS);

export const rangeOf = (usual: Counting): Pick<Spike, 'expected' | 'low' | 'high'> => ({
  expected: usual.mean,
  low: quantile(usual, 0.1),
  high: quantile(usual, 0.9),
});

/** Whether a story that was opened over a window of `length` hours is still going on. */
export const isStillHigh = (
  { baseline, heard, now }: Pick<SpikeLook, 'baseline' | 'heard' | 'now'>,
  length: number,
): boolean => {
  const from = Math.ceil(now) - Math.min(24, Math.max(CALM_AFTER, length));
  const count = heard(from, now);
  return count > 1 && upperTail(baseline.window(from, now), count) < STILL;
};
