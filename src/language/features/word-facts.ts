import { ballots } from '../identify/function-words.ts';
import type { WordLanguages } from '../identify/word-languages.ts';
import type { CompiledLexicon } from '../lexicon/compile-lexicon.ts';
import { foldWord, hasThreeAlike } from '../lexicon/lexicon-file.ts';
import { bucketOf, hashPieces, hashText, hashWord } from './hash.ts';

/** All that is known of a word by itself, worked out once: texts repeat their words. */
export type WordFacts = {
  /** As written. */
  readonly raw: string;
  readonly folded: string;
  readonly hash: number;
  /** Its own place. */
  readonly bucket: number;
  /** Another number of 32 bits for it, by which two words with one `hash` are told apart. */
  readonly negatedHash: number;
  /** Where it stands when a negation reaches it. */
  readonly negatedBucket: number;
  /** How many pieces of 3 to 5 characters it has, its ends marked. */
  readonly gramCount: number;
  /** The places of its pieces, once somebody has asked: see `gramsOf`. */
  grams: Uint16Array | undefined;
  /** The lexicon's numbers for it. */
  readonly keys: readonly number[];
  /** The languages that have it among their small words, a bit each. */
  readonly ballot: number;
  /** The languages that it speaks for, once somebody has asked. */
  languages: WordLanguages | undefined;
  readonly isShouted: boolean;
  readonly isStretched: boolean;
};

const countGrams = (length: number): number =>
  Math.max(0, length - 2) + Math.max(0, length - 3) + Math.max(0, length - 4);

const WORD = 1;
const NEGATED = 2;
const GRAM = 3;
/** Longer words are judged by their beginning. */
const LONGEST = 28;
/** Some characters fold to eighteen. The pieces of a word are to fit in MOST_ROWS of the model. */
const LONGEST_FOLDED = 80;
/** A power of two. */
const MOST_KEPT = 65_536;

/** What is known of the word that stands from one place of a text to another. */
export type WordBook = (text: string, start: number, end: number) => WordFacts;

/**
 * A memory of words, bounded: a word may stand in one of two places, told by its characters, and takes the place of whoever
 * was there. It is found where it stands in the text, and no text is made of it that was met before.
 */
export const createWordBook = (lexicon: CompiledLexicon): WordBook => {
  const kept: (WordFacts | undefined)[] = new Array(MOST_KEPT).fill(undefined);
  return (text, start, end) => {
    if (end - start > LONGEST) return factsOf(text.slice(start, end), lexicon);
    const place = hashWord(text, start, end) & (MOST_KEPT - 1);
    const first = kept[place];
    if (first && isSame(first.raw, text, start, end)) return first;
    const second = kept[place ^ 1];
    if (second && isSame(second.raw, text, start, end)) return second;
    const facts = factsOf(text.slice(start, end), lexicon);
    if (first && !second) kept[place ^ 1] = facts;
    else kept[place] = facts;
    return facts;
  };
};

const isSame = (raw: string, text: string, start: number, end: number): boolean => {
  if (raw.length !== end - start) return false;
  for (let at = 0; at < raw.length; at += 1)
    if (raw.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
};

const factsOf = (raw: string, lexicon: CompiledLexicon): WordFacts => {
  const lower = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  const folded = foldWord(lower).slice(0, LONGEST_FOLDED);
  // Signed, they are small numbers to V8, which keeps larger ones apart from their object.
  const hash = hashText(folded, WORD) | 0;
  const negatedHash = hashText(folded, NEGATED) | 0;
  return {
    raw,
    folded,
    hash,
    bucket: bucketOf(hash),
    negatedHash,
    negatedBucket: bucketOf(negatedHash),
    gramCount: countGrams(folded.length + 2),
    grams: undefined,
    keys: lexicon.keysOf(folded),
    ballot: ballots.get(folded) ?? 0,
    languages: undefined,
    isShouted: isShouted(raw),
    isStretched: hasThreeAlike(lower) && /(\p{L})\1{2,}/u.test(lower),
  };
};

/** Most words show by their second letter that nobody shouts. */
const isShouted = (raw: string): boolean => {
  const second = raw.charCodeAt(1);
  if (raw.length <= 2 || (second >= 97 && second <= 122)) return false;
  return raw === raw.toUpperCase() && raw !== raw.toLowerCase();
};

/** The places of a word's pieces of 3 to 5 characters, its ends marked; kept for who asks again. */
export const gramsOf = (fact: WordFacts): Uint16Array => {
  fact.grams ??= cutGrams(fact).slice(0, fact.gramCount);
  return fact.grams;
};

/** The same for who asks once: good until the next word is asked for, and as long as that word has pieces. */
export const cutGrams = ({ folded }: WordFacts): Uint16Array => {
  hashPieces(`_${folded}_`, GRAM, cut);
  return cut;
};
const cut = new Uint16Array(countGrams(LONGEST_FOLDED + 2));
