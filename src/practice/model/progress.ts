import { type Criterion, criteria, type KeptTurn } from './attempt.ts';
import { harmful } from './grade.ts';

/** What somebody does well by now and what they still leave out: names of criteria, no number and no rank. */
export type Progress = {
  /** Never missed in the latest conversations. */
  readonly steady: readonly Criterion[];
  /** Missed before, not of late. */
  readonly learnt: readonly Criterion[];
  /** Missed most often of late, at most three; what does harm before the rest. */
  readonly next: readonly Criterion[];
};

const LATE = 3;
/** With fewer conversations there is nothing to say yet. */
export const FEWEST = 2;

/** From finished conversations, the latest first. */
export const progressOf = (attempts: readonly (readonly KeptTurn[])[]): Progress | null => {
  if (attempts.length < FEWEST) return null;
  const missedIn = (turns: readonly KeptTurn[]) => new Set(turns.flatMap(({ missed }) => missed));
  const late = attempts.slice(0, LATE).map(missedIn);
  const before = attempts.slice(LATE).map(missedIn);
  const count = (some: readonly ReadonlySet<Criterion>[], criterion: Criterion) =>
    some.filter((missed) => missed.has(criterion)).length;
  const clean = criteria.filter((criterion) => count(late, criterion) === 0);
  return {
    steady: clean.filter((criterion) => count(before, criterion) === 0),
    learnt: clean.filter((criterion) => count(before, criterion) > 0),
    next: criteria
      .filter((criterion) => count(late, criterion) > 0)
      .toSorted((one, other) => count(late, other) - count(late, one) || harmsFirst(one, other))
      .slice(0, 3),
  };
};

const harmsFirst = (one: Criterion, other: Criterion): number =>
  Number(harmful.includes(other)) - Number(harmful.includes(one));
