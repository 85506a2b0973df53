import { type Share, shareOf, type Times, timesOf } from '../../platform/figures/interval.ts';
import type { Case } from './case.ts';

/** What figures need of a case. */
export type CaseFacts = Pick<
  Case,
  | 'state'
  | 'channel'
  | 'reportedAt'
  | 'firstAnswerAt'
  | 'answersToSolve'
  | 'firstSolvedAt'
  | 'confirmedAt'
  | 'endedAt'
  | 'reopened'
  | 'praisedAt'
  | 'causeId'
  | 'product'
  | 'costCents'
>;

export type Period = { readonly from: Date; readonly to: Date };

export type Figures = {
  readonly complaints: number;
  /** Opened by mistake and taken back: in no other figure. */
  readonly undone: number;
  readonly open: number;
  readonly unfounded: number;
  /** Complaints per mention of others in the same time; shown per hundred. */
  readonly rate: Share;
  readonly answered: Share;
  readonly answerTimes: Times;
  readonly solved: Share;
  readonly solveTimes: Times;
  readonly atFirstContact: Share;
  readonly confirmed: Share;
  readonly reopened: Share;
  readonly praised: Share;
  readonly costCents: number;
};

const HOUR_MS = 3_600_000;

const hoursBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / HOUR_MS);

/** A complaint with a ground, or one of which we do not know yet. */
const isFounded = ({ state }: CaseFacts): boolean => state !== 'unfounded';
const wasSolved = ({ firstSolvedAt }: CaseFacts): boolean => firstSolvedAt !== null;
const stillSolved = ({ state }: CaseFacts): boolean => state === 'resolved' || state === 'confirmed';

/**
 * Figures of the cases that were reported in a time, from what their histories make of them. Unfounded ones count as complaints
 * that were made and answered, not among those to be solved. `heard`: mentions of others in the same time.
 */
export const figuresOf = (cases: readonly CaseFacts[], heard: number): Figures => {
  const counted = cases.filter(({ state }) => state !== 'undone');
  const founded = counted.filter(isFounded);
  const solved = founded.filter(stillSolved);
  const answered = counted.filter(({ firstAnswerAt }) => firstAnswerAt !== null);
  const everSolved = founded.filter(wasSolved);
  const count = (list: readonly CaseFacts[], test: (one: CaseFacts) => boolean) => list.filter(test).length;
  return {
    complaints: counted.length,
    undone: cases.length - counted.length,
    open: count(counted, ({ endedAt }) => endedAt === null),
    unfounded: counted.length - founded.length,
    rate: shareOf(counted.length, Math.max(heard, counted.length)),
    answered: shareOf(answered.length, counted.length),
    answerTimes: timesOf(
      answered.flatMap((one) => (one.firstAnswerAt ? [hoursBetween(one.reportedAt, one.firstAnswerAt)] : [])),
    ),
    solved: shareOf(solved.length, founded.length),
    solveTimes: timesOf(
      everSolved.flatMap((one) =>
        one.firstSolvedAt ? [hoursBetween(one.reportedAt, one.firstSolvedAt)] : [],
      ),
    ),
    atFirstContact: shareOf(
      count(everSolved, ({ answersToSolve, reopened }) => (answersToSolve ?? 0) <= 1 && reopened === 0),
      everSolved.length,
    ),
    confirmed: shareOf(
      count(solved, ({ confirmedAt }) => confirmedAt !== null),
      solved.length,
    ),
    reopened: shareOf(
      count(founded, ({ reopened }) => reopened > 0),
      count(founded, hasEndedOnce),
    ),
    praised: shareOf(
      count(founded, ({ praisedAt }) => praisedAt !== null),
      count(founded, hasEndedOnce),
    ),
    costCents: founded.reduce((sum, one) => sum + one.costCents, 0),
  };
};

const hasEndedOnce = ({ endedAt, reopened, firstSolvedAt }: CaseFacts): boolean =>
  endedAt !== null || reopened > 0 || firstSolvedAt !== null;

export type Group = {
  readonly key: string;
  readonly complaints: number;
  /** Of all complaints of the time. */
  readonly ofAll: Share;
  readonly answered: Share;
  readonly answerTimes: Times;
  readonly solved: Share;
  readonly solveTimes: Times;
};

/** The same figures by cause, product or channel, the most complaints first. `none` stands for what was not said. */
export const figuresBy = (
  cases: readonly CaseFacts[],
  keyOf: (one: CaseFacts) => string | null,
): readonly Group[] => {
  const all = cases.filter(({ state }) => state !== 'undone').length;
  return [...Map.groupBy(cases, (one) => keyOf(one) ?? 'none')]
    .map(([key, group]) => {
      const { complaints, answered, answerTimes, solved, solveTimes } = figuresOf(group, 0);
      return { key, complaints, ofAll: shareOf(complaints, all), answered, answerTimes, solved, solveTimes };
    })
    .filter(({ complaints }) => complaints > 0)
    .sort((a, b) => b.complaints - a.complaints || (a.key < b.key ? -1 : 1));
};

/** Complaints by the month in which they were made, `YYYY-MM` in UTC, oldest first; months without any are there with none. */
export const byMonth = <One extends { readonly reportedAt: Date }>(
  cases: readonly One[],
  { from, to }: Period,
): readonly { readonly month: string; readonly cases: readonly One[] }[] => {
  const groups = Map.groupBy(cases, ({ reportedAt }) => monthOf(reportedAt));
  const months: string[] = [];
  const at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1));
  for (; at < to; at.setUTCMonth(at.getUTCMonth() + 1)) months.push(monthOf(at));
  return months.map((month) => ({ month, cases: groups.get(month) ?? [] }));
};

export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
