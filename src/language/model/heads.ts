/** What is judged, in the order of the weights' columns. The names are those of `passaparola understand`. */
export const polarityHeads = ['positive', 'negative'] as const;

export const intents = [
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
] as const;
export type Intent = (typeof intents)[number];

export const aspects = [
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
] as const;
export type Aspect = (typeof aspects)[number];

/** Of a place to sleep people judge other things than of a shop: which names apply is told by the head `lodging`. */
export const lodgingAspects: readonly Aspect[] = [
  'cleanliness',
  'comfort',
  'amenities',
  'staff',
  'value',
  'wifi',
  'location',
];
export const otherAspects: readonly Aspect[] = aspects.filter(
  (aspect) => !['amenities', 'value', 'location'].includes(aspect),
);

export const heads = [
  ...polarityHeads,
  ...intents,
  'needs_reply',
  'toxic',
  ...aspects.map((aspect) => `aspect:${aspect}` as const),
  'lodging',
] as const;
export type Head = (typeof heads)[number];

export const headIndex = Object.fromEntries(heads.map((head, index) => [head, index])) as Readonly<
  Record<Head, number>
>;
