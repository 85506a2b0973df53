import { foldText } from '../../platform/text/index.ts';

/** A word of a text: folded for comparison, with its place in UTF-16 units of the original. */
export type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** Letters and digits make a word (with their combining marks); a pictograph is one by itself; all else separates. */
const WORD = /[[\p{L}\p{N}]--[ʼ]][[\p{L}\p{M}\p{N}]--[ʼ]]*|\p{Extended_Pictographic}/gv;
const PLAIN = /^[a-z0-9]*$/;

/** The words of a text in order. Elisions fall apart by themselves: `l'osteria` is `l` and `osteria`. Linear. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const found of text.matchAll(WORD)) {
    const word = found[0];
    words.push({ folded: foldWord(word), start: found.index, end: found.index + word.length });
  }
  return words;
};

/** Without case, accents and typographic variants. */
export const foldWord = (word: string): string => (PLAIN.test(word) ? word : foldText(word));
