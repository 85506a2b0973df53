import type { ThreadPlace } from '../../conversation/index.ts';
import type { PersonId, ThreadId } from '../../platform/ids.ts';
import type { Field, Leaf } from './condition.ts';

export type ChoiceField = Extract<Leaf, { is: readonly unknown[] }>['field'];
export type NumberField = Exclude<Field, ChoiceField | FactField | 'words'>;
export type FactField = Extract<Leaf, { yes: boolean }>['field'];

/** What is fixed about a conversation while rules are asked of it; where it stands is in `place`. */
export type Told = {
  readonly choices: Readonly<
    Record<Exclude<ChoiceField, 'label' | 'assignee' | 'team' | 'status' | 'hours'>, readonly string[]>
  >;
  /** Null where nobody knows. */
  readonly numbers: Readonly<Record<NumberField, number | null>>;
  readonly facts: Readonly<Record<FactField, boolean | null>>;
  /** Last words of theirs, the body first; empty when they cannot be read. */
  readonly texts: readonly string[];
};

/** A conversation as rules are asked of it. */
export type ThreadFacts = {
  readonly threadId: ThreadId;
  readonly told: Told;
  readonly place: ThreadPlace;
  /** Within how many working minutes they shall hear from us, where a rule said so. */
  readonly within: number | null;
  readonly followerIds: readonly PersonId[];
  /** Their latest words, from which a case can be made; null when there are none. */
  readonly mentionId: string | null;
  readonly hasCase: boolean;
};

/** What rules are asked with, besides the conversation. */
export type Around = {
  readonly now: Date;
  /** Whether anybody is at the desk of a team now; null: of the company. */
  isOpen(teamId: string | null): boolean;
  /** When that desk opens; null while it is open. */
  opensAt(teamId: string | null): Date | null;
  /** Whether texts answer to a query in the language of watches. */
  answers(query: string, texts: readonly string[]): boolean;
  /** Members of a team who belong to the company, in the order of their turns. */
  membersOf(teamId: string): readonly PersonId[];
};
