import type { ThreadSummary } from '../../../src/conversation/model/views.ts';
import type { Polarity, Reading } from '../../../src/language/read/reading.ts';
import type { MentionView } from '../../../src/listening/model/mention-view.ts';

export type { Polarity };
export type Intent = Reading['intents'][number];

/** What a mention says, as the server read it, and who bettered the reading. */
export type ReadingView = NonNullable<MentionView['reading']>;

/** The part of a reading that a row of the inbox shows. */
export type ReadingSummary = NonNullable<ThreadSummary['reading']>;

/** What a person says a text means; absent parts stay as they were read. */
export type ReadingChange = {
  readonly polarity?: Polarity;
  readonly intents?: readonly Intent[];
  readonly needsReply?: boolean;
  readonly aspects?: Reading['aspects'];
  readonly toxic?: boolean;
};

export const polarities = ['pos', 'neg', 'neu', 'mixed'] as const satisfies readonly Polarity[];

/** In the order in which a person would look for them. */
export const intents = [
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
] as const satisfies readonly Intent[];

/** The aspects that every company has; those of its own packs come with its readings. */
export const commonAspects = [
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

export type Hint = {
  readonly intent: Intent | undefined;
  readonly polarity: Exclude<Polarity, 'neu'> | undefined;
  readonly isGuess: boolean;
};

/** What a row has room for: the intent that matters most, and the feeling. A guess is not set beside an intent as if it were known. */
export const hintOf = ({
  intents: said,
  polarity,
  unsure,
}: Pick<ReadingSummary, 'intents' | 'polarity' | 'unsure'>): Hint => {
  const intent = said.includes('urgent') ? 'urgent' : intents.find((each) => said.includes(each));
  const isSilent = polarity === 'neu' || (unsure && intent !== undefined);
  return { intent, polarity: isSilent ? undefined : polarity, isGuess: unsure };
};
