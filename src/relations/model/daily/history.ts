import type { ReasonKind } from './reason-kind.ts';

/** Somebody who was on the list that was looked at on `day` (YYYY-MM-DD). */
export type Shown = { readonly day: string; readonly contactId: string; readonly reason: ReasonKind };

/** What a person said of an entry of the list. */
export type Choice = {
  readonly day: string;
  readonly contactId: string;
  readonly reason: ReasonKind;
  readonly state: 'done' | 'later' | 'never';
  /** YYYY-MM-DD, for `later`: not before that day; without it, a week. */
  readonly until?: string | null;
  readonly at: Date;
};

/**
 * The past lists of a company: the last hundred days or so are enough, but every `never` is needed. In any order. The
 * list itself of `day` may be among them: it does not count against itself.
 */
export type History = {
  readonly shown: readonly Shown[];
  readonly choices: readonly Choice[];
  /** Words or meetings from us to them since, pressed or not: who spoke to them did what the list proposed. */
  readonly contacted: readonly { readonly contactId: string; readonly at: Date }[];
};

/** Whole days from one YYYY-MM-DD to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
