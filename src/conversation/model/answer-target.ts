import type { Intent } from '../../language/index.ts';

/** Within how many working minutes they shall hear from us: the first time, and each time after. */
export type AnswerTarget = {
  /** Only on these channels; empty: on any. */
  readonly channels: readonly string[];
  /** Only when they want one of these; empty: whatever they want. */
  readonly intents: readonly Intent[];
  readonly first: number;
  readonly next: number;
};

/** Eight hours at the desk. */
const DAY = 480;

/**
 * Starting values, a judgement from what vendors' surveys say that people expect (no Italian figure was found): an urgent word
 * two hours, a complaint a working day, a question four hours, a review two days, praise three, anything else a day.
 */
export const usualTargets: readonly AnswerTarget[] = [
  { channels: [], intents: ['urgent'], first: 120, next: 120 },
  { channels: [], intents: ['complaint'], first: DAY, next: DAY },
  { channels: [], intents: ['question', 'purchase_intent'], first: 240, next: 240 },
  { channels: [], intents: ['praise'], first: 3 * DAY, next: 3 * DAY },
  { channels: [], intents: [], first: DAY, next: DAY },
];
