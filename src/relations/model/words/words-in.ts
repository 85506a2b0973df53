import { foldText } from '../../../platform/text/index.ts';
import { saysSomething, stemOf } from '../communities/distinctive-words.ts';

/** A word that says something: as it is written, and what its forms have in common. */
export type SayingWord = { readonly word: string; readonly stem: string };

/** Links, mail addresses, accounts of others. */
const isAddress = (piece: string): boolean => piece.includes('@') || /https?:\/\/|^\W*www\./iu.test(piece);
const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu;
/** Before an apostrophe stands an article: l’olio, dell'uva. */
const ARTICLE = /^\p{L}{1,5}['’](?=\p{L}{3})/u;
/** Enough to know what somebody speaks of; whoever sends a megabyte does not hold up the others. */
const MOST_CHARACTERS = 20_000;

/** The words of a text in order, without small words, greetings, numbers and addresses; a hashtag is a word. */
export const wordsIn = (text: string): readonly SayingWord[] => {
  const found: SayingWord[] = [];
  const pieces = text.slice(0, MOST_CHARACTERS).split(/\s+/u);
  for (const [raw] of pieces
    .filter((piece) => !isAddress(piece))
    .join(' ')
    .matchAll(WORD)) {
    const word = raw
      .normalize('NFC')
      .replace(ARTICLE, '')
      .replace(/['’-]+$/u, '');
    if (saysSomething(word)) found.push({ word, stem: stemOf(foldText(word)) });
  }
  return found;
};
