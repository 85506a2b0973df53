import type { Says } from '../map/web.ts';

/** A team as it is kept: people by their ids. */
export type ChosenTeam = {
  /** Which way of telling who reaches whom it rests on. */
  readonly method: string;
  readonly methodSays: Says;
  /** Surely at least this share of what the best possible team reaches; null where nobody can tell. */
  readonly certificate: number | null;
  readonly certificateSays: Says | null;
  /** Hours that the members ask for together. */
  readonly cost: number;
  readonly members: readonly ChosenMember[];
  readonly comparison: TeamComparison | null;
  readonly stability: { readonly share: number; readonly says: Says } | null;
};

type ChosenMember = {
  readonly contactId: string;
  /** Of what the team reaches, what only this person adds: 0 to 1. */
  readonly gain: number;
  readonly hours: number;
  readonly isPinned: boolean;
  readonly reasons: readonly Says[];
  readonly substitute: { readonly contactId: string; readonly lossPercent: number } | null;
};

export type Alternative = {
  readonly people: number;
  readonly hours: number;
  /** How many people it is expected to reach, in the same count for all. */
  readonly reach: number;
  readonly reachPerHour: number;
  readonly circles: number;
};

export type TeamComparison = {
  readonly ours: Alternative;
  readonly biggest: Alternative;
  readonly oneByOne: Alternative;
  readonly says: Says;
};
