import { ballots } from '../identify/function-words.ts';
import type { WordLanguages } from '../identify/word-languages.ts';
import type { CompiledLexicon } from '../lexicon/compile-lexicon.ts';
import { foldWord, hasThreeAlike } from '../lexicon/lexicon-file.ts';
import { bucketOf, hashPieces, hashText } from './hash.ts';

/** All that is known of a word by itself, worked out once: texts repeat their words. */
export type WordFacts = {
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

const WORD = 1;
const NEGATED = 2;
const GRAM = 3;
/** Longer words are judged by their beginning. */
const LONGEST = 28;
/** Of each of two generations. */
const MOST_KEPT = 20_000;

/** A memory of words, bounded: when it is full, words that were not met since it was last full are forgotten. */
export const createWordBook = (lexicon: CompiledLexicon): ((raw: string) => WordFacts) => {
  let known = new Map<string, WordFacts>();
  let older = new Map<string, WordFacts>();
  return (raw) => {
    const kept = known.get(raw);
    if (kept) return kept;
    const facts = older.get(raw) ?? factsOf(raw, lexicon);
    if (raw.length > LONGEST) return facts;
    if (known.size >= MOST_KEPT) {
      older = known;
      known = new Map();
    }
    known.set(raw, facts);
    return facts;
  };
};

const factsOf = (raw: string, lexicon: CompiledLexicon): WordFacts => {
  const lower = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  const folded = foldWord(lower);
  const hash = hashText(folded, WORD);
  const negatedHash = hashText(folded, NEGATED);
  return {
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
  fact.grams ??= cutGrams(fact);
  return fact.grams;
};

const countGrams = (length: number): number =>
  Math.max(0, length - 2) + Math.max(0, length - 3) + Math.max(0, length - 4);

/** The same for who asks once. */
export const cutGrams = ({ folded, gramCount }: WordFacts): Uint16Array => {
  const grams = new Uint16Array(gramCount);
  hashPieces(`_${folded}_`, GRAM, grams);
  return grams;
};
