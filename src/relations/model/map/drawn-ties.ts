import { reciprocityOf } from '../ties/intensity.ts';

export type TieToDraw = {
  readonly a: string;
  readonly b: string;
  readonly ab: number;
  readonly ba: number;
  readonly overlap: number | null;
  /** Milliseconds; null: not known. */
  readonly lastAt: number | null;
};

export type DrawnTie = {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  /** 1 today, a half after two weeks. */
  readonly fresh: number;
  readonly reciprocal: boolean;
  readonly asleep: boolean;
  /** Worth nurturing: it leads where few other ties lead. */
  readonly weak: boolean;
};

const DAY_MS = 86_400_000;
const FRESH_HALF_DAYS = 14;
const ASLEEP_DAYS = 60;
/** Of the neighbours of both, less than this share known to both. */
const LOW_OVERLAP = 0.15;

/** How ties look: by their age, their balance, and whether they are weak in Granovetter's sense (GRAPH, definition 2). */
export const drawTies = (ties: readonly TieToDraw[], now: number): readonly DrawnTie[] => {
  const medianOf = mediansByPerson(ties);
  return ties.map((tie) => {
    const { a, b, ab, ba, overlap, lastAt } = tie;
    const days = lastAt === null ? Number.POSITIVE_INFINITY : Math.max(0, now - lastAt) / DAY_MS;
    const isUnderBoth = ab + ba <= Math.min(medianOf(a), medianOf(b));
    return {
      a,
      b,
      strength: ab + ba,
      fresh: 2 ** (-days / FRESH_HALF_DAYS),
      reciprocal: reciprocityOf(ab, ba) >= 0.5,
      asleep: days > ASLEEP_DAYS,
      weak: overlap !== null && overlap < LOW_OVERLAP && isUnderBoth,
    };
  });
};

const mediansByPerson = (ties: readonly TieToDraw[]): ((person: string) => number) => {
  const strengths = new Map<string, number[]>();
  for (const { a, b, ab, ba } of ties)
    for (const person of [a, b]) {
      const own = strengths.get(person);
      if (own) own.push(ab + ba);
      else strengths.set(person, [ab + ba]);
    }
  const medians = new Map([...strengths].map(([person, all]) => [person, median(all)]));
  return (person) => medians.get(person) ?? 0;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};
