import type { Calibration } from '../../src/language/model/weights.ts';

/** Sums of a head on texts that it was not trained on, and what it ought to have said. */
export type Seen = { readonly sum: number; readonly yes: boolean };

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

/** The threshold with the best F1, or the highest one that still finds `atLeast` of what there is to find. */
export const calibrate = (seen: readonly Seen[], atLeast?: number): Calibration => {
  const curve = fitCurve(seen);
  const judged = seen.map(({ sum, yes }) => ({
    p: 1 / (1 + Math.exp(-(curve.slope * sum + curve.shift))),
    yes,
  }));
  let best = { threshold: 0.5, f1: -1 };
  for (let step = 95; step >= 5; step -= 1) {
    const threshold = step / 100;
    const { f1, recall } = scoreAt(judged, threshold);
    if (atLeast !== undefined) {
      if (recall >= atLeast) return { ...curve, threshold };
    } else if (f1 > best.f1) best = { threshold, f1 };
  }
  return { ...curve, threshold: best.threshold };
};
