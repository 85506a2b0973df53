import { formsOf } from '../query/inflect/forms-of.ts';
import type { Term } from '../query/query.ts';
import { wordsOf } from '../words-of.ts';

/** A term as it is met in a text. */
export type TermPattern = {
  /** Word after word, each in any of its folded forms. */
  readonly words: readonly (readonly string[])[];
  /** The sign that must stand before it. */
  readonly sign: '' | '#' | '@';
  /** What must stand between its words to the letter; null where a blank, a hyphen or the like will do. */
  readonly between: readonly string[] | null;
  /** The one word that hashtags, handles and domains make of a phrase; null where there is none. */
  readonly joined: string | null;
};

const SIGN = /^\s*([#@])/;

/**
 * A word in its forms; a phrase as it stands, or written as one word after `#`, `@`, `/` or `www.`; handles and addresses to the
 * letter but for `https://` and `www.`.
 */
export const termPattern = ({ text, exact }: Term): TermPattern => {
  const bare = text.replace(/^https?:\/\/(?:www\.)?/i, '');
  const words = wordsOf(bare);
  const sign = (SIGN.exec(bare)?.[1] ?? '') as '' | '#' | '@';
  const isAddress =
    !exact && words.length > 1 && (sign !== '' || /[\p{L}\p{N}][.:/@_][\p{L}\p{N}]/u.test(bare));
  const isInflected = !exact && sign === '' && !isAddress;
  const folded = words.map((word) => word.folded);
  return {
    words: words.map((word) => (isInflected ? formsOf(bare.slice(word.start, word.end)) : [word.folded])),
    sign,
    between: isAddress
      ? words.slice(1).map((word, index) => bare.slice(words[index]?.end, word.start).toLowerCase())
      : null,
    joined: exact && words.length > 1 && sign === '' ? folded.join('') : null,
  };
};
