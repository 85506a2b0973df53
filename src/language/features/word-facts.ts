import type { CompiledLexicon } from '../lexicon/compile-lexicon.ts';
import { foldWord } from '../lexicon/lexicon-file.ts';
import { bucketOf, hashText } from './hash.ts';

/** All that is known of a word by itself, worked out once: texts repeat their words. */
export type WordFacts = {
  readonly folded: string;
  readonly hash: number;
  /** Its own place. */
  readonly bucket: number;
  /** Where it stands when a negation reaches it. */
  readonly negatedBucket: number;
  /** The places of its pieces of 3 to 5 characters, its ends marked. */
  readonly grams: Uint16Array;
  /** The lexicon's numbers for it. */
  readonly keys: readonly number[];
  /** What the weights in use make of its pieces, once somebody has added it up. */
  memo: { readonly weights: object; readonly sums: Int32Array } | undefined;
  readonly isShouted: boolean;
  readonly isStretched: boolean;
};

const WORD = 1;
const NEGATED = 2;
const GRAM = 3;
/** Longer words are judged by their beginning. */
const LONGEST = 28;
const MOST_KEPT = 30_000;

/** A memory of words, bounded: when it is full it begins anew. */
export const createWordBook = (lexicon: CompiledLexicon): ((raw: string) => WordFacts) => {
  let known = new Map<string, WordFacts>();
  return (raw) => {
    const kept = known.get(raw);
    if (kept) return kept;
    const facts = factsOf(raw, lexicon);
    if (raw.length > LONGEST) return facts;
    if (known.size >= MOST_KEPT) known = new Map();
    known.set(raw, facts);
    return facts;
  };
};

const factsOf = (raw: string, lexicon: CompiledLexicon): WordFacts => {
  const lower = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  const folded = foldWord(lower);
  const hash = hashText(folded, WORD);
  return {
    folded,
    hash,
    bucket: bucketOf(hash),
    negatedBucket: bucketOf(hashText(folded, NEGATED)),
    grams: gramsOf(folded),
    keys: lexicon.keysOf(folded),
    memo: undefined,
    isShouted: raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
    isStretched: /(\p{L})\1{2,}/u.test(lower),
  };
};

const gramsOf = (folded: string): Uint16Array => {
  const marked = `_${folded}_`;
  const { length } = marked;
  const grams = new Uint16Array(Math.max(0, length - 2) + Math.max(0, length - 3) + Math.max(0, length - 4));
  let count = 0;
  for (let size = 3; size <= 5; size += 1) {
    for (let at = 0; at + size <= length; at += 1)
      grams[count++] = bucketOf(hashText(marked, GRAM, at, at + size));
  }
  return grams;
};
