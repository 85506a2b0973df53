import type { Sleeper } from './web.ts';

/** What passed between one person and us. */
export type History = {
  readonly person: number;
  /** What they said to us and what we said to them, ever. */
  readonly theirs: number;
  readonly ours: number;
  /** Whole days since the last. */
  readonly days: number;
  /** By the tie's own rhythm (model/ties/sleep.ts). */
  readonly isAsleep: boolean;
};

/** Fewer exchanges were not a tie yet. */
const FEWEST = 3;
/** After so long it is another beginning, no waking. Days. */
const FORGOTTEN_DAYS = 3 * 365;

/**
 * Ties that had grown, in both directions, and that fell asleep: the richest history first. Levin, Walter and Murnighan
 * (Dormant Ties, Organization Science 2011): waking them brings more than new ones, at less effort.
 */
export const findSleepers = (histories: readonly History[], most: number): readonly Sleeper[] =>
  histories
    .filter(
      ({ theirs, ours, days, isAsleep }) =>
        isAsleep && theirs > 0 && ours > 0 && theirs + ours >= FEWEST && days <= FORGOTTEN_DAYS,
    )
    .sort((a, b) => b.theirs + b.ours - (a.theirs + a.ours) || a.days - b.days || a.person - b.person)
    .slice(0, most)
    .map(({ person, days, theirs, ours }) => ({ person, days, exchanges: theirs + ours }));
