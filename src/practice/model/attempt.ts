/** What an answer is judged by, in the order in which a person would want to read it. */
export const criteria = [
  'acknowledges',
  'no-excuses',
  'next-step',
  'when',
  'personal',
  'tone',
  'register',
  'no-bargain',
  'not-in-kind',
  'privacy',
  'place',
  'length',
] as const;
export type Criterion = (typeof criteria)[number];

/** A turn as it is kept: what was answered, and by what it fell short. Reasons are worked out again when it is read. */
export type KeptTurn = { readonly text: string; readonly missed: readonly Criterion[] };

/** How the other went away. */
export const endings = ['reconciled', 'calmer', 'unmoved', 'worse'] as const;
export type Ending = (typeof endings)[number];
