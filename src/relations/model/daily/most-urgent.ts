import type { LastWords } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';
import { calledBy } from './reasons-for.ts';

/** Of each kind: a list has ten places, and some of these people turn out to want quiet. */
const MOST = 30;

/**
 * Those whose words call for something at `now`, of each kind the most urgent: who waits longest first, and the latest thanks.
 * What is known of people is read for these alone. `isFree`: whether nothing of the past holds that reason back.
 */
export const mostUrgent = (
  said: ReadonlyMap<string, LastWords>,
  now: Date,
  isFree: (contactId: string, kind: ReasonKind, words: LastWords) => boolean,
): ReadonlyMap<string, LastWords> => {
  const calling = [...said].flatMap(([contactId, words]) => {
    const kind = calledBy(words, now);
    return kind && isFree(contactId, kind, words) ? [{ contactId, words, kind }] : [];
  });
  const kinds = Map.groupBy(calling, ({ kind }) => kind);
  return new Map(
    [...kinds].flatMap(([kind, those]) =>
      those
        .sort((a, b) => order(kind, a.words, b.words) || (a.contactId < b.contactId ? -1 : 1))
        .slice(0, MOST)
        .map(({ contactId, words }) => [contactId, words] as const),
    ),
  );
};

const order = (kind: ReasonKind, one: LastWords, other: LastWords): number =>
  (kind === 'thanked' ? -1 : 1) * (one.at.getTime() - other.at.getTime());
