import type { Reading } from '../../language/index.ts';

/** What lists are asked for by what texts say. */
export type ReadingFilter = {
  readonly polarity?: string | undefined;
  readonly intent?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly needsReply?: boolean | undefined;
  readonly aspect?: string | undefined;
};

/** By what a mention can be found: its judgements as words, each once. */
export const marksOf = (
  reading: Pick<Reading, 'polarity' | 'intents' | 'aspects' | 'needsReply' | 'unsure'>,
) => [
  ...new Set([
    reading.polarity,
    ...reading.intents,
    ...(reading.needsReply ? ['needs_reply'] : []),
    ...(reading.unsure ? ['unsure'] : []),
    ...reading.aspects.map(({ aspect }) => aspectMark(aspect)),
  ]),
];

/** The marks that a mention must have, all of them; none when nothing is asked. */
export const marksWanted = (filter: ReadingFilter): readonly string[] => [
  ...new Set([
    ...(filter.aspect ? [aspectMark(filter.aspect)] : []),
    ...(filter.intent ? [filter.intent] : []),
    ...(filter.urgent ? ['urgent'] : []),
    ...(filter.needsReply ? ['needs_reply'] : []),
    ...(filter.polarity ? [filter.polarity] : []),
  ]),
];

const aspectMark = (aspect: string): string => `aspect:${aspect}`;
