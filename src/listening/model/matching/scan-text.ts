import {
  ascii,
  foldedUnits,
  kindOf,
  LETTERS,
  PICTOGRAPH,
  SEPARATOR,
  SPELLED,
  SPELLED_MARK,
} from './character-kinds.ts';
import { mix, PRIME, pairHash, prefixHash, SEED, STEM, stemHash, suffixHash } from './hash.ts';

/** What a reader of texts looks for: rows of bits for how words begin and for numbers, with how far to shift each, and lengths of parts, a bit each. */
export type Wanted = {
  readonly stems: Int32Array;
  readonly stemShift: number;
  readonly prefixes: number;
  readonly suffixes: number;
  readonly bits: Int32Array;
  readonly shift: number;
};
export const LONGEST_PART = 30;

/** Where a reading puts what it found: `count` numbers at the beginning of `numbers`. */
export type Hits = { numbers: Uint32Array; count: number };
export const createHits = (): Hits => ({ numbers: new Uint32Array(256), count: 0 });

/** The end of the word being read, for those who look for endings. */
const tail = new Uint16Array(32);

/**
 * Reads a text once, folding as it goes, and adds to the hits the number of each word, of each two in a row, and of the beginnings
 * and endings that are looked for, where its bit is set. Words that begin as nothing does that is waited for are passed over: the
 * bits of beginnings stay in the nearest memory, those of all numbers do not. No text is copied; words are never made. Linear. One
 * long function, without closures: it runs for every letter of the stream, and what it holds stays in registers so.
 */
export const scanText = (
  text: string,
  { stems, stemShift, prefixes, suffixes, bits, shift }: Wanted,
  hits: Hits,
): void => {
  /** Lengths at which a word is looked at before it ends; a shift counts from 0 again after 31, which costs a look and no more. */
  const stops = prefixes | (1 << STEM);
  let [hash, length, previous] = [SEED, 0, 0];
  let [hasPrevious, inWord, isNear] = [false, false, false];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let kind = 0;
    let codePoint = code;
    if (code < 128) kind = ascii[code] ?? SEPARATOR;
    else {
      if (code >= 0xd800 && code < 0xdc00) {
        codePoint = text.codePointAt(at) ?? code;
        if (codePoint > 0xffff) at += 1;
      }
      kind = kindOf(codePoint);
    }
    if (kind >= LETTERS) {
      inWord = true;
      hash = Math.imul(hash ^ kind, PRIME);
      if (suffixes !== 0) tail[length & 31] = kind;
      length += 1;
      if (((stops >>> length) & 1) === 0) continue;
      if (length === STEM) isNear = isWaited(hash, stems, stemShift);
      if (isLookedFor(length, prefixes, isNear)) probe(prefixHash(hash), bits, shift, hits);
      continue;
    }
    const isWhole = kind === PICTOGRAPH;
    if (inWord && (kind === SEPARATOR || isWhole)) {
      if (length < STEM) isNear = isWaited(hash, stems, stemShift);
      if (isNear) endWord(hash, previous, hasPrevious, bits, shift, hits);
      if (suffixes !== 0) probeEndings(length, suffixes, bits, shift, hits);
      previous = hash;
      hasPrevious = true;
      inWord = false;
      isNear = false;
      hash = SEED;
      length = 0;
    }
    if (!isWhole && kind !== SPELLED && !(kind === SPELLED_MARK && inWord)) continue;
    inWord = true;
    const units = foldedUnits(codePoint);
    for (let index = 0; index < units.length; index += 1) {
      const unit = units.charCodeAt(index);
      hash = Math.imul(hash ^ unit, PRIME);
      tail[length & 31] = unit;
      length += 1;
      if (length === STEM) isNear = isWaited(hash, stems, stemShift);
      if (isLookedFor(length, prefixes, isNear)) probe(prefixHash(hash), bits, shift, hits);
    }
    if (!isWhole) continue;
    if (length < STEM) isNear = isWaited(hash, stems, stemShift);
    if (isNear) endWord(hash, previous, hasPrevious, bits, shift, hits);
    if (suffixes !== 0) probeEndings(length, suffixes, bits, shift, hits);
    previous = hash;
    hasPrevious = true;
    inWord = false;
    isNear = false;
    hash = SEED;
    length = 0;
  }
  if (!inWord) return;
  if (length < STEM) isNear = isWaited(hash, stems, stemShift);
  if (isNear) endWord(hash, previous, hasPrevious, bits, shift, hits);
  if (suffixes !== 0) probeEndings(length, suffixes, bits, shift, hits);
};

/** Whether anything waits for words that begin so, by the unmixed number of their first units. */
const isWaited = (hash: number, stems: Int32Array, stemShift: number): boolean => {
  const place = stemHash(hash) >>> stemShift;
  return (((stems[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
};

/** Beginnings as long as a stem are only looked for in words that begin as something does that is waited for. */
const isLookedFor = (length: number, prefixes: number, isNear: boolean): boolean =>
  (isNear || length < STEM) && length <= LONGEST_PART && ((prefixes >>> length) & 1) === 1;

const probe = (hash: number, bits: Int32Array, shift: number, hits: Hits): void => {
  const bit = hash >>> shift;
  if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return;
  if (hits.count === hits.numbers.length) widen(hits);
  hits.numbers[hits.count] = hash;
  hits.count += 1;
};

const widen = (hits: Hits): void => {
  const wider = new Uint32Array(hits.numbers.length * 2);
  wider.set(hits.numbers);
  hits.numbers = wider;
};

const endWord = (
  hash: number,
  previous: number,
  hasPrevious: boolean,
  bits: Int32Array,
  shift: number,
  hits: Hits,
): void => {
  probe(mix(hash), bits, shift, hits);
  if (hasPrevious) probe(pairHash(previous, hash), bits, shift, hits);
};

/** Endings from the last unit backwards. */
const probeEndings = (
  length: number,
  suffixes: number,
  bits: Int32Array,
  shift: number,
  hits: Hits,
): void => {
  let hash = SEED;
  for (let taken = 1; taken <= length && taken <= LONGEST_PART; taken += 1) {
    hash = Math.imul(hash ^ (tail[(length - taken) & 31] ?? 0), PRIME);
    if ((suffixes >>> taken) & 1) probe(suffixHash(hash), bits, shift, hits);
  }
};
