import type { Intent } from '../../language/index.ts';

/** How grave what is told in a conversation is, from a nuisance to safety or law: the room of care says it of complaints. */
export type Gravity = 1 | 2 | 3 | 4;

/** Within how many working minutes they shall hear from us: the first time, and each time after. */
export type AnswerTarget = {
  /** Only on these channels; empty: on any. */
  readonly channels: readonly string[];
  /** Only when they want one of these; empty: whatever they want. */
  readonly intents: readonly Intent[];
  /** Only when it is at least as grave as this; null: however grave. */
  readonly leastGravity: Gravity | null;
  readonly first: number;
  readonly next: number;
};

/** Eight hours at the desk. */
const DAY = 480;
const anything = { channels: [], intents: [], leastGravity: null };

/**
 * Starting values, a judgement from what vendors' surveys say that people expect (no Italian figure was found): what touches
 * safety or law an hour, what is serious or urgent two, a complaint a working day, a question four hours, a review two days, praise three, anything else a day.
 */
export const usualTargets: readonly AnswerTarget[] = [
  { ...anything, leastGravity: 4, first: 60, next: 60 },
  { ...anything, leastGravity: 3, first: 120, next: 120 },
  { ...anything, intents: ['urgent'], first: 120, next: 120 },
  { ...anything, intents: ['complaint'], first: DAY, next: DAY },
  { ...anything, intents: ['question', 'purchase_intent'], first: 240, next: 240 },
  { ...anything, intents: ['praise'], first: 3 * DAY, next: 3 * DAY },
  { ...anything, first: DAY, next: DAY },
];
