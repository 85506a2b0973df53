import type { Words } from './team-input.ts';

/** What a team comes to. */
export type TeamFigures = {
  readonly team: readonly number[];
  readonly people: number;
  readonly hours: number;
  readonly peoplePerHour: number;
  /** Followers of all members together, those known. */
  readonly audience: number;
  readonly peoplePerThousandFollowers: number;
  readonly circles: number | null;
};

/**
 * Our team, as many of the biggest accounts of all, as many of the biggest in the band, and as many ranked one by one.
 * `later`: all four are chosen from the first four fifths of what happened, and people counted who really joined after
 * them in the last fifth. `expected`: there is too little to keep a part back, so people are those expected to be
 * reached by the same guess that chose, which is kind to us: the words say so.
 */
export type Comparison = {
  readonly basis: 'later' | 'expected';
  readonly chosen: TeamFigures;
  readonly biggest: TeamFigures;
  readonly biggestInBand: TeamFigures;
  readonly oneByOne: TeamFigures;
  readonly says: Words;
};
