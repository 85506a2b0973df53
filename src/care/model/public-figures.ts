import type { CaseFacts } from './figures.ts';
import { figuresOf, monthOf } from './figures.ts';

/** Groups under this size are not told apart: whoever knows of one complaint must not learn how another ended. */
export const FEWEST = 5;

export type PublicMonth = {
  readonly month: string;
  readonly complaints: number;
  /** Null where there are too few to be told apart. */
  readonly answered: number | null;
  readonly solved: number | null;
  /** Left out of that month by a rule of the page. */
  readonly omitted: number;
};

type PublicTimes = { readonly median: number; readonly p90: number };

/** What the register says in numbers; every one of them from all cases. */
export type PublicFigures = {
  /** The day of the first complaint, YYYY-MM-DD; null when there is none. */
  readonly since: string | null;
  readonly complaints: number;
  /** Null under five, as in a month: the whole tells as much as its parts. */
  readonly answered: number | null;
  readonly solved: number | null;
  /** How they ended; null under five. */
  readonly endings: Readonly<
    Record<'confirmed' | 'resolved' | 'closed' | 'unfounded' | 'handedOver' | 'open', number>
  > | null;
  /** Hours; null under five. */
  readonly answerHours: PublicTimes | null;
  readonly solveHours: PublicTimes | null;
  readonly months: readonly PublicMonth[];
  readonly omitted: { readonly byMistake: number; readonly joined: number };
};

export type PublicCase = CaseFacts & { readonly joined: boolean };

export const publicFigures = (cases: readonly PublicCase[]): PublicFigures => {
  const counted = cases.filter(({ state }) => state !== 'undone');
  const undone = cases.filter(({ state }) => state === 'undone');
  const figures = figuresOf(counted, 0);
  const isFew = counted.length < FEWEST;
  const ofState = (...states: string[]) => counted.filter(({ state }) => states.includes(state)).length;
  const endings = {
    confirmed: ofState('confirmed'),
    resolved: ofState('resolved'),
    closed: ofState('closed'),
    unfounded: ofState('unfounded'),
    handedOver: ofState('handed-over'),
    open: figures.open,
  };
  const first = counted.map(({ reportedAt }) => reportedAt.toISOString()).sort()[0];
  return {
    since: first?.slice(0, 10) ?? null,
    complaints: counted.length,
    answered: isFew ? null : figures.answered.count,
    solved: isFew ? null : figures.solved.count,
    endings: isFew ? null : endings,
    answerHours: timesOrNull(figures.answerTimes),
    solveHours: timesOrNull(figures.solveTimes),
    months: hideFew(monthsOf(counted, undone)),
    omitted: {
      byMistake: undone.filter(({ joined }) => !joined).length,
      joined: undone.filter(({ joined }) => joined).length,
    },
  };
};

const timesOrNull = (times: {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}): PublicTimes | null =>
  times.count < FEWEST || times.median === null || times.p90 === null
    ? null
    : { median: round(times.median), p90: round(times.p90) };

const round = (hours: number): number => Math.round(hours * 10) / 10;

type OpenMonth = PublicMonth & { readonly answered: number; readonly solved: number };

const monthsOf = (counted: readonly PublicCase[], undone: readonly PublicCase[]): readonly OpenMonth[] => {
  const groups = Map.groupBy(counted, ({ reportedAt }) => monthOf(reportedAt));
  const left = Map.groupBy(undone, ({ reportedAt }) => monthOf(reportedAt));
  return [...new Set([...groups.keys(), ...left.keys()])].sort().map((month) => {
    const cases = groups.get(month) ?? [];
    const { answered, solved } = figuresOf(cases, 0);
    return {
      month,
      complaints: cases.length,
      answered: answered.count,
      solved: solved.count,
      omitted: left.get(month)?.length ?? 0,
    };
  });
};

/** Small months are not told apart; were there only one, the smallest of the others hides it, or the totals would tell. */
const hideFew = (months: readonly OpenMonth[]): readonly PublicMonth[] => {
  const told = months.filter(({ complaints }) => complaints > 0);
  const hidden = new Set(told.filter(({ complaints }) => complaints < FEWEST).map(({ month }) => month));
  if (hidden.size === 1) {
    const [smallest] = told
      .filter(({ month }) => !hidden.has(month))
      .sort((a, b) => a.complaints - b.complaints);
    if (smallest) hidden.add(smallest.month);
  }
  return months.map((one) => (hidden.has(one.month) ? { ...one, answered: null, solved: null } : one));
};
