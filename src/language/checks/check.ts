import type { Bilingual } from '../tone/finding.ts';

/** What is looked for in an answer before it leaves. */
export const checkIds = [
  'empty',
  'reward',
  'reward-near',
  'secret',
  'tax-code',
  'payment',
  'health',
  'order',
  'phone',
  'email',
  'address',
  'insult',
  'harsh',
  'threat',
  'placeholder',
  'forbidden-word',
  'shouting',
] as const;
export type CheckId = (typeof checkIds)[number];

/** `block`: it does not leave like this; `warn`: it leaves when somebody has read why and says so; `ok`: nothing to say. */
export const checkLevels = ['ok', 'warn', 'block'] as const;
export type CheckLevel = (typeof checkLevels)[number];

/** Where the company wants other levels than ours; never below what the law asks. */
export type CheckLevels = Partial<
  Readonly<Record<CheckId, { readonly everyone: CheckLevel; readonly person: CheckLevel }>>
>;

/**
 * One look at an answer. `where`: UTF-16 units of the text, null when nothing is pointed at. `key` names what was found, so that a
 * person can say of this very thing that they mean it.
 */
export type Check = {
  readonly key: string;
  readonly id: CheckId;
  readonly level: CheckLevel;
  readonly where: { readonly start: number; readonly end: number } | null;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly mend: Bilingual;
};

export type CheckedText = {
  readonly text: string;
  /** Whether everyone can read it, or one person. */
  readonly isPublic: boolean;
  /** Pictures without a word are an answer too. */
  readonly hasMedia: boolean;
};

/** What a company has to say about it. */
export type CheckSettings = {
  readonly levels: CheckLevels;
  readonly forbiddenWords: readonly string[];
  /** Numbers, addresses (or `@domain`) and accounts of the company's own. */
  readonly ownContacts: readonly string[];
};
