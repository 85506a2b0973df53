import type { Missing } from './missing.ts';

/** Why the product itself stopped a rule. */
export type PauseReason =
  /** It did more in an hour than it may. */
  | { readonly kind: 'storm'; readonly deeds: number }
  /** It failed again and again; the log has the why. */
  | { readonly kind: 'failed' }
  /** Somebody or something that it names is no more. */
  | { readonly kind: 'missing'; readonly missing: readonly Missing[] };

/** So many failures one after another are no accident. */
export const MOST_FAILURES = 3;
/** For one conversation and one rule: more often in an hour nobody means. */
export const MOST_FOR_ONE = 5;
/** A deed of a rule is heard by other rules, and theirs by others: no further than this. */
export const DEEPEST = 3;
