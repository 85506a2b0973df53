import { isFunctionWord } from '../../language/index.ts';
import type { Query } from './query/query.ts';
import { wordsOf } from './words-of.ts';

type Breadth = 'nothing' | 'useful' | 'much' | 'too-broad';

/** More than anybody reads in a quarter of an hour. */
const MUCH_A_DAY = 100;

/**
 * Whether what a query finds can be used: `too-broad` when one of its ways asks only for words that are in nearly every text, or for
 * two letters; `much` when there would be more than a hundred a day.
 */
export const breadthOf = (query: Query, count: number, days: number): Breadth => {
  if (isTooBroad(query)) return 'too-broad';
  if (count === 0) return 'nothing';
  return count / Math.max(1, days) > MUCH_A_DAY ? 'much' : 'useful';
};

const isTooBroad = (query: Query): boolean => {
  switch (query.kind) {
    case 'or':
      return query.parts.some(isTooBroad);
    case 'and':
      return query.parts.every(
        (part) =>
          part.kind === 'not' || (part.kind === 'filter' && part.field !== 'link') || isTooBroad(part),
      );
    case 'near':
      return isTooBroad(query.left) && isTooBroad(query.right);
    case 'term':
      return wordsOf(query.text).every(({ folded }) => isEverywhere(folded)) && !/[#@.]/.test(query.text);
    default:
      return false;
  }
};

const isEverywhere = (word: string): boolean =>
  word.length <= 2 || isFunctionWord(word, 'it') || isFunctionWord(word, 'en');
