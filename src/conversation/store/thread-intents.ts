import type { Intent } from '../../language/index.ts';

/** By which threads can be listed, each by an index of its own: written out here, since migrations are made from the tables alone. */
export const threadIntents = [
  'complaint',
  'criticism',
  'question',
  'praise',
  'purchase_intent',
  'suggestion',
  'churn',
  'spam',
  'insult',
  'urgent',
] as const satisfies readonly Intent[];
