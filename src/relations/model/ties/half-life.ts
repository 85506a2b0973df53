/**
 * The half-life of a channel, found by how well strength predicts contact. Source: GRAPH.md, definition 1.
 *
 * Protocol. Pairs are without direction: contact is contact whoever began. Cut-offs: evenly spaced in time, one horizon apart
 * or more, at most twelve, from a third of the log's span to one horizon before its end (so that each future is whole).
 * At a cut-off T the candidates are all pairs with at least one contact at or before T, however old; the score of a pair is
 * s(T) = sum of 2^(-(T - t) / h) over its contacts at or before T, both ways together; a pair is positive if it has a contact
 * in (T, T + horizon]. The figure is the AUC (ties count half), the plain mean over the cut-offs with at least thirty positives
 * and thirty negatives (fewer tell chance; where no cut-off has as many, all with both count). Beside it, by the same protocol, the raw count of contacts (no fading). Nothing after T is looked
 * at for the score. The best of the tried half-lives is chosen, the longer of equals.
 */
import { err, ok, type Result } from '../../../platform/result.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import type { ContactLog } from './contact-log.ts';
import { DAY } from './intensity.ts';

export const triedHalfLives = [3, 7, 14, 30, 60, 90] as const;

export type HalfLifeTrial = {
  /** One for each tried half-life, in days. */
  readonly trials: readonly { readonly halfLifeDays: number; readonly auc: number }[];
  readonly countAuc: number;
  readonly chosen: { readonly halfLifeDays: number; readonly auc: number };
  /** Milliseconds since 1970. */
  readonly cutOffs: readonly number[];
  /** Over the cut-offs that count. */
  readonly candidates: number;
  readonly positives: number;
};

/** `too-short`: no room for a future after a past. `nothing-to-tell`: at no cut-off some pairs met again and some did not. */
export type HalfLifeProblem = { readonly problem: 'too-short' | 'nothing-to-tell' };

export type HalfLifeOptions = {
  /** 14 by default. */
  readonly horizonDays?: number;
  readonly halfLives?: readonly number[];
};

const MOST_CUT_OFFS = 12;
const FIRST = 1 / 3;

export const fitHalfLife = (
  log: ContactLog,
  { horizonDays = 14, halfLives = triedHalfLives }: HalfLifeOptions = {},
): Result<HalfLifeTrial, HalfLifeProblem> => {
  const horizon = horizonDays * DAY;
  const cutOffs = cutOffsOf(log, horizon);
  if (cutOffs.length === 0) return err({ problem: 'too-short' });
  const futures = cutOffs.map((cutOff) => metWithin(log, cutOff, cutOff + horizon));
  const tries = [Number.POSITIVE_INFINITY, ...halfLives].map((halfLifeDays) => {
    const means = scoresAt(log, cutOffs, halfLifeDays * DAY).map((scores, index) =>
      told(scores, futures[index] ?? new Uint8Array()),
    );
    return { halfLifeDays, ...meanOf(means) };
  });
  const [count, ...trials] = tries;
  if (!count || Number.isNaN(count.auc)) return err({ problem: 'nothing-to-tell' });
  const best = trials.reduce((one, other) =>
    other.auc > one.auc || (other.auc === one.auc && other.halfLifeDays > one.halfLifeDays) ? other : one,
  );
  return ok({
    trials: trials.map(({ halfLifeDays, auc }) => ({ halfLifeDays, auc })),
    countAuc: count.auc,
    chosen: { halfLifeDays: best.halfLifeDays, auc: best.auc },
    cutOffs,
    candidates: count.candidates,
    positives: count.positives,
  });
};

/** Where the past ends and the future begins, in turn; none where the log is shorter than one horizon. */
const cutOffsOf = ({ at }: ContactLog, horizon: number): readonly number[] => {
  const [begin, end] = [at[0] ?? 0, at.at(-1) ?? 0];
  const last = end - horizon;
  if (!(horizon > 0) || last <= begin) return [];
  const first = Math.min(last, begin + FIRST * (end - begin));
  const count = Math.min(MOST_CUT_OFFS, 1 + Math.floor((last - first) / horizon));
  if (count === 1) return [last];
  return Array.from({ length: count }, (_, index) => first + (index * (last - first)) / (count - 1));
};

/** 1 for each pair that meets after `from` and not after `to`. */
const metWithin = ({ pair, at, pairs }: ContactLog, from: number, to: number): Uint8Array => {
  const met = new Uint8Array(pairs);
  for (let index = 0; index < at.length; index += 1) {
    const when = at[index] ?? 0;
    if (when > from && when <= to) met[pair[index] ?? 0] = 1;
  }
  return met;
};

/**
 * The logarithm of each pair's strength at each cut-off (it orders as the strength does, and what is left after years does
 * not vanish); minus infinity for pairs that have not met yet. One walk through the log.
 */
const scoresAt = (log: ContactLog, cutOffs: readonly number[], halfLife: number): readonly Float64Array[] => {
  const strength = new Float64Array(log.pairs);
  const since = new Float64Array(log.pairs);
  let next = 0;
  return cutOffs.map((cutOff) => {
    for (; next < log.at.length && (log.at[next] ?? 0) <= cutOff; next += 1) {
      const [pair, when] = [log.pair[next] ?? 0, log.at[next] ?? 0];
      const before = strength[pair] ?? 0;
      strength[pair] = before === 0 ? 1 : before * 2 ** (-(when - (since[pair] ?? 0)) / halfLife) + 1;
      since[pair] = when;
    }
    return strength.map((value, pair) => Math.log2(value) - (cutOff - (since[pair] ?? 0)) / halfLife);
  });
};

type Told = { readonly auc: number | null; readonly candidates: number; readonly positives: number };

const told = (scores: Float64Array, met: Uint8Array): Told => {
  const isKnown = (score: number): boolean => score !== Number.NEGATIVE_INFINITY;
  const positives = scores.filter((score, pair) => isKnown(score) && met[pair] === 1);
  const negatives = scores.filter((score, pair) => isKnown(score) && met[pair] === 0);
  return {
    auc: areaUnderCurve(positives, negatives),
    candidates: positives.length + negatives.length,
    positives: positives.length,
  };
};

const ENOUGH = 30;

const meanOf = (
  all: readonly Told[],
): { readonly auc: number; readonly candidates: number; readonly positives: number } => {
  const telling = all.filter(
    ({ candidates, positives }) => positives >= ENOUGH && candidates - positives >= ENOUGH,
  );
  const counted = telling.length > 0 ? telling : all;
  const figures = counted.flatMap(({ auc }) => (auc === null ? [] : [auc]));
  return {
    auc: figures.reduce((sum, auc) => sum + auc, 0) / figures.length,
    candidates: counted.reduce((sum, { candidates }) => sum + candidates, 0),
    positives: counted.reduce((sum, { positives }) => sum + positives, 0),
  };
};
