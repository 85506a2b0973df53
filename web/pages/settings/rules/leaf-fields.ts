import type { Field, Leaf } from '../../../../src/rules/model/condition.ts';

/** In the order in which they are offered. */
export const fields: readonly Field[] = [
  'words',
  'intent',
  'polarity',
  'aspect',
  'urgency',
  'needsReply',
  'toxic',
  'stars',
  'channel',
  'connection',
  'form',
  'language',
  'author',
  'tag',
  'followers',
  'label',
  'assignee',
  'team',
  'status',
  'waitingFor',
  'hours',
  'case',
  'gravity',
  'mentions',
  'visibility',
  'addressed',
  'unsure',
];

/** Values that are the same in every company. */
export const ownValues: Partial<Readonly<Record<Field, readonly string[]>>> = {
  form: ['message', 'post', 'reply', 'comment', 'review', 'article', 'call', 'encounter', 'note'],
  visibility: ['public', 'unlisted', 'followers', 'direct'],
  polarity: ['pos', 'neg', 'neu', 'mixed'],
  intent: [
    'complaint',
    'criticism',
    'question',
    'praise',
    'purchase_intent',
    'suggestion',
    'churn',
    'urgent',
    'insult',
    'spam',
  ],
  aspect: [
    'price',
    'product',
    'service',
    'delivery',
    'staff',
    'place',
    'cleanliness',
    'comfort',
    'web',
    'amenities',
    'value',
    'wifi',
    'location',
  ],
  author: ['new', 'known'],
  assignee: ['nobody', 'somebody'],
  team: ['none', 'some'],
  status: ['open', 'snoozed', 'done'],
  waitingFor: ['us', 'them', 'nobody'],
  hours: ['open', 'closed'],
  case: ['none', 'open', 'ended'],
};

/** Steps that people can tell apart. */
export const steps: Partial<Readonly<Record<Field, readonly number[]>>> = {
  urgency: [0.3, 0.5, 0.7, 0.9],
  followers: [100, 1_000, 10_000, 100_000],
  gravity: [1, 2, 3, 4],
  mentions: [2, 5, 10, 50],
  stars: [1, 2, 3, 4],
};

/** A condition on this, as it begins. */
export const newLeaf = (field: Field): Leaf => {
  switch (field) {
    case 'words':
      return { field, query: '' };
    case 'stars':
      return { field, atMost: 2 };
    case 'urgency':
      return { field, atLeast: 0.7 };
    case 'followers':
      return { field, atLeast: 1_000 };
    case 'gravity':
      return { field, atLeast: 3 };
    case 'mentions':
      return { field, atLeast: 2 };
    case 'needsReply':
    case 'toxic':
    case 'unsure':
    case 'addressed':
      return { field, yes: true };
    default:
      return { field, is: [] } as Leaf;
  }
};
