/**
 * Silence where there is always talk. Definition: since the latest mention so much time has passed that chance would leave such a gap
 * with probability p <= p*. Days are taken as independent, each negative binomial: P(nothing) is the product of theirs. Each mention can
 * begin a gap, so p* = 1 / mentions expected between two accepted false alarms (Bonferroni over gaps). Where a week is often empty there
 * is no silence to be told of.
 */
import { type FalseAlarms, hoursBetween } from './false-alarms.ts';
import { nothing } from './negative-binomial.ts';
import type { Baseline } from './seasonal-baseline.ts';

/** Mentions a week under which nobody is told of silence. */
const TALK_A_WEEK = 7;
/** Days without talk that would be usual anyway are not looked at beyond this. */
const LONGEST_DAYS = 30;
/** Hours. Shorter gaps are left to people. */
const SHORTEST = 6;

export type Silence = {
  /** Hours since 1970: when the latest mention was heard. */
  readonly since: number;
  /** Mentions that would have been usual from then to now. */
  readonly expected: number;
  readonly chance: number;
};

export const findSilence = (look: {
  readonly baseline: Baseline;
  /** Hours since 1970, with its fraction. */
  readonly lastHeard: number;
  readonly now: number;
  readonly choice: FalseAlarms;
}): Silence | null => {
  const { baseline, lastHeard, now, choice } = look;
  if (now - lastHeard < SHORTEST || baseline.days < 14) return null;
  const aWeek = baseline.window(now - 168, now).mean;
  if (aWeek < TALK_A_WEEK) return null;
  const { chance, expected } = chanceOfGap(baseline, Math.max(lastHeard, now - LONGEST_DAYS * 24), now);
  const gaps = Math.max(1, (aWeek / 168) * hoursBetween[choice]);
  return chance <= 1 / gaps ? { since: lastHeard, expected, chance } : null;
};

const chanceOfGap = (baseline: Baseline, from: number, to: number) => {
  let [chance, expected] = [1, 0];
  for (let start = from; start < to; start += 24) {
    const usual = baseline.window(start, Math.min(start + 24, to));
    // What may be wrong with the day itself, not with the hour: a day's dispersion holds for any part of it.
    const { dispersion } = baseline.window(start, start + 24);
    chance *= nothing({ mean: usual.mean, dispersion });
    expected += usual.mean;
  }
  return { chance, expected };
};
