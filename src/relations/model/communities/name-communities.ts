import { type DistinctiveWord, distinctiveWords, type WordCount } from './distinctive-words.ts';

export type WordsOfCommunity = {
  readonly words: readonly WordCount[];
  /** The words of its name so far, when it has one. */
  readonly before?: readonly string[];
};

export type CircleName = {
  /** One to three, most distinctive first; none when nothing sets these people apart. */
  readonly words: readonly string[];
  /** The same in a row, as it is read; null without words. */
  readonly name: { readonly it: string; readonly en: string } | null;
};

const longest = 3;
/** A word of the name keeps its place unless the one that would take it is this many times as distinctive. */
const constancy = 1.6;
/** Words far below the first say little more. */
const leastShare = 0.2;

/**
 * Names for circles by what their people talk about and the others do not: two or three words, one when there are no
 * more, which stay from day to day unless others have become clearly more fitting. Deterministic.
 */
export const nameCommunities = (communities: readonly WordsOfCommunity[]): readonly CircleName[] =>
  distinctiveWords(communities.map(({ words }) => words)).map((found, at) =>
    spoken(chosen(found, communities[at]?.before ?? [])),
  );

const chosen = (found: readonly DistinctiveWord[], before: readonly string[]): readonly string[] => {
  const held = new Set(before.map((word) => word.toLowerCase()));
  const weighed = found
    .map(({ word, score }) => ({ word, score: held.has(word) ? score * constancy : score }))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const first = weighed[0]?.score ?? 0;
  const words = weighed.filter(({ score }) => score >= first * leastShare).slice(0, longest);
  const inOrder = words.map(({ word }) => word);
  const unchanged = inOrder.length === before.length && inOrder.every((word) => held.has(word));
  return unchanged ? before.map((word) => word.toLowerCase()) : inOrder;
};

const spoken = (words: readonly string[]): CircleName => ({
  words,
  name:
    words.length === 0
      ? null
      : {
          it: new Intl.ListFormat('it', { type: 'conjunction' }).format(words),
          en: new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words),
        },
});
