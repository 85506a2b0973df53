/** Numbers of 32 bits for folded words: FNV-1a while a word is read, mixed when it ends. */
export const SEED = 0x811c9dc5;
export const PRIME = 0x01000193;

/** Spreads what FNV leaves together (the finaliser of MurmurHash3). */
export const mix = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** The unmixed number of a folded word or its beginning. */
export const rawHash = (folded: string): number => {
  let hash = SEED;
  for (let index = 0; index < folded.length; index += 1)
    hash = Math.imul(hash ^ folded.charCodeAt(index), PRIME);
  return hash;
};

const PAIR = 0x9e3779b1;
const PREFIX = 0x51ed270b;
const SUFFIX = 0x2545f491;

export const wordHash = (folded: string): number => mix(rawHash(folded));
/** Two words, one after the other, from their unmixed numbers. */
export const pairHash = (first: number, second: number): number => mix(Math.imul(first, PAIR) ^ second);
/** Words that begin so. */
export const prefixHash = (raw: number): number => mix(raw ^ PREFIX);
/** Words that end so: the unmixed number of the ending read backwards. */
export const suffixHash = (raw: number): number => mix(raw ^ SUFFIX);

export const rawHashBackwards = (folded: string): number => rawHash(folded.split('').reverse().join(''));

/** How many units of a word decide whether it is worth looking up. */
export const STEM = 6;
const STEM_MIX = 0x9e3779b1;
/** The number of a word's first units, from their unmixed one: a single multiplication, for it is asked of each word. */
export const stemHash = (raw: number): number => Math.imul(raw ^ (raw >>> 15), STEM_MIX) >>> 0;
/** The same from a folded word. */
export const stemOf = (folded: string): number => stemHash(rawHash(folded.slice(0, STEM)));
