import { mergeSpans, type Span } from './match-watch.ts';
import { wordsOf } from './words-of.ts';

/** The least of a word that two forms of it must share. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 5;

/**
 * Where the words of a search stand in a text, for marking them: words that begin alike and differ in their ending
 * only. The database decides what is found (Snowball stems); this only shows why, and may mark a little less or more.
 */
export const highlightSearch = (query: string, text: string): Span[] =>
  highlightForms([query.replace(/(^|\s)-\S+/g, ' ')], text);

/** The same for words and phrases that were taken apart already. */
export const highlightForms = (forms: readonly string[], text: string): Span[] => {
  const stems = forms
    .flatMap(wordsOf)
    .map(({ folded }) => stemOf(folded))
    .filter((stem) => stem.length > 1);
  if (stems.length === 0) return [];
  const spans = wordsOf(text)
    .filter(({ folded }) => stems.some((stem) => isFormOf(stem, folded)))
    .map(({ start, end }): Span => [start, end]);
  return mergeSpans(spans);
};

/** Italian words carry number and gender in their final vowels. */
const stemOf = (word: string): string => {
  const stem = word.replace(/[aeiou]{1,2}$/, '');
  return stem.length >= SHORTEST_STEM - 1 ? stem : word;
};

const isFormOf = (stem: string, word: string): boolean =>
  word === stem ||
  (stem.length >= SHORTEST_STEM - 1 &&
    word.startsWith(stem) &&
    word.length - stem.length <= Math.min(LONGEST_ENDING, stem.length - 1));
