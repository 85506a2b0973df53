import { headIndex } from '../model/heads.ts';
import type { Calibration } from '../model/weights.ts';
import type { Reading } from './reading.ts';

/** Below this probability of the label itself the polarity is a guess. */
const SURE = 0.5;
/** From here on a bad feeling is possible enough for a person to look. */
const POSSIBLY_BAD = 0.25;
/** Both feelings count as said only when the weaker is at least this likely beside the stronger. */
const BOTH = 0.75;

export type PolarityJudgement = Pick<Reading, 'polarity' | 'unsure' | 'forAPerson'> & {
  /** How likely the label itself is. */
  readonly confidence: number;
};

/** From two probabilities, that something good and that something bad is said, to one label. */
export const decidePolarity = (
  good: number,
  bad: number,
  calibrations: readonly Calibration[],
): PolarityJudgement => {
  const isGood = good >= (calibrations[headIndex.positive]?.threshold ?? 0.5);
  const isBad = bad >= (calibrations[headIndex.negative]?.threshold ?? 0.5);
  const both = isGood && isBad && Math.min(good, bad) / Math.max(good, bad) >= BOTH;
  const polarity = both ? 'mixed' : isGood && (!isBad || good >= bad) ? 'pos' : isBad ? 'neg' : 'neu';
  const confidence = {
    pos: good * (1 - bad),
    neg: bad * (1 - good),
    mixed: good * bad,
    neu: (1 - good) * (1 - bad),
  }[polarity];
  const unsure = confidence < SURE;
  return { polarity, confidence, unsure, forAPerson: unsure && bad >= POSSIBLY_BAD };
};
