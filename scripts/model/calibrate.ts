import type { Calibration } from '../../src/language/model/weights.ts';

/** Sums of a head on texts that it was not trained on, and what it ought to have said. */
export type Seen = {
  readonly sum: number;
  readonly yes: boolean;
  /** The words of the lexicon that point to it are there. */
  readonly isNamed: boolean;
};

const ROUNDS = 50;

/** Platt scaling by Newton's method, with the targets drawn in a little so that few texts do not make certainty (Platt, 1999). */
export const fitCurve = (seen: readonly Seen[]): { readonly slope: number; readonly shift: number } => {
  const yes = seen.filter((each) => each.yes).length;
  const [high, low] = [(yes + 1) / (yes + 2), 1 / (seen.length - yes + 2)];
  let [slope, shift] = [1, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    let [gs, gh, ss, sh, hh] = [0, 0, 1e-6, 0, 1e-6];
    for (const { sum, yes: isYes } of seen) {
      const p = 1 / (1 + Math.exp(-(slope * sum + shift)));
      const error = p - (isYes ? high : low);
      const weight = p * (1 - p);
      gs += error * sum;
      gh += error;
      ss += weight * sum * sum;
      sh += weight * sum;
      hh += weight;
    }
    const determinant = ss * hh - sh * sh;
    slope -= (hh * gs - sh * gh) / determinant;
    shift -= (ss * gh - sh * gs) / determinant;
  }
  return { slope, shift };
};

export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

export const scoreAt = (
  seen: readonly { readonly p: number; readonly yes: boolean }[],
  threshold: number,
): Score => {
  let [hits, alarms, wanted] = [0, 0, 0];
  for (const { p, yes } of seen) {
    if (yes) wanted += 1;
    if (p < threshold) continue;
    alarms += 1;
    if (yes) hits += 1;
  }
  const precision = alarms === 0 ? 0 : hits / alarms;
  const recall = wanted === 0 ? 0 : hits / wanted;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

/** The thresholds with the best F1, or the highest one that still finds `atLeast` of what there is to find. */
export const calibrate = (seen: readonly Seen[], atLeast?: number): Calibration => {
  const curve = fitCurve(seen);
  const judged = seen.map(({ sum, yes, isNamed }) => ({
    p: 1 / (1 + Math.exp(-(curve.slope * sum + curve.shift))),
    yes,
    isNamed,
  }));
  const threshold =
    atLeast === undefined
      ? bestThreshold(judged)
      : (STEPS.find((step) => scoreAt(judged, step).recall >= atLeast) ?? 0.05);
  return { ...curve, threshold, whenNamed: threshold };
};

/**
 * The same for a head that words of the lexicon point to: where they stand less is asked of the sum than where they do not.
 * The two are sought in turn, each with the best F1 beside the other.
 */
export const calibrateNamed = (seen: readonly Seen[]): Calibration => {
  const alike = calibrate(seen);
  const judged = seen.map(({ sum, yes, isNamed }) => ({
    p: 1 / (1 + Math.exp(-(alike.slope * sum + alike.shift))),
    yes,
    isNamed,
  }));
  let { threshold, whenNamed } = alike;
  for (let round = 0; round < 3; round += 1) {
    whenNamed = bestThreshold(judged.map((each) => (each.isNamed ? each : fixed(each, threshold))));
    threshold = bestThreshold(judged.map((each) => (each.isNamed ? fixed(each, whenNamed) : each)));
  }
  return { ...alike, threshold, whenNamed };
};

type Judged = { readonly p: number; readonly yes: boolean };

/** A judgement that no longer depends on the threshold that is sought. */
const fixed = ({ p, yes }: Judged, threshold: number): Judged => ({ p: p >= threshold ? 1 : 0, yes });

const STEPS = Array.from({ length: 93 }, (_, index) => (95 - index) / 100);

const bestThreshold = (judged: readonly Judged[]): number => {
  let best = { threshold: 0.5, f1: -1 };
  for (const threshold of STEPS) {
    const { f1 } = scoreAt(judged, threshold);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
};
