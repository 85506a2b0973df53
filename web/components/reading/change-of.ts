import type { ReadingChange, ReadingView } from './reading-view.ts';

/** The parts of a reading that a person can say otherwise. */
export type Judged = Required<ReadingChange>;

export const judgedOf = ({ polarity, intents, needsReply, aspects, toxic }: ReadingView): Judged => ({
  polarity,
  intents,
  needsReply,
  aspects,
  toxic,
});

/** Only what a person said otherwise than it was read; nothing at all when it was read rightly. */
export const changeOf = (before: Judged, now: Judged): ReadingChange => ({
  ...(now.polarity === before.polarity ? {} : { polarity: now.polarity }),
  ...(sameOf(now.intents, before.intents) ? {} : { intents: now.intents }),
  ...(now.needsReply === before.needsReply ? {} : { needsReply: now.needsReply }),
  ...(sameOf(now.aspects.map(told), before.aspects.map(told)) ? {} : { aspects: now.aspects }),
  ...(now.toxic === before.toxic ? {} : { toxic: now.toxic }),
});

const told = ({ aspect, polarity }: Judged['aspects'][number]): string => `${aspect} ${polarity}`;

const sameOf = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === new Set(other).size && one.every((each) => other.includes(each));
