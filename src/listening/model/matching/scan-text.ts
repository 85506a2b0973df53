import {
  ascii,
  foldedUnits,
  kindOf,
  MARK,
  PICTOGRAPH,
  SEPARATOR,
  SPELLED,
  SPELLED_MARK,
} from './character-kinds.ts';
import { mix, PRIME, pairHash, prefixHash, SEED, suffixHash } from './hash.ts';

/** What a reader of texts looks for: bits by length, the 31st for all that are longer. */
export type Lengths = { readonly prefixes: number; readonly suffixes: number };
export const LONGEST_PART = 30;

/** The end of the word being read, for those who look for endings. */
const tail = new Uint16Array(32);

/**
 * Reads a text once, folding as it goes, and calls `found` with the number of each word, of each two in a row, and of the beginnings
 * and endings that are looked for, where its bit is set. No text is copied and nothing is made. Linear.
 */
export const scanText = (
  text: string,
  { prefixes, suffixes }: Lengths,
  bits: Int32Array,
  shift: number,
  found: (hash: number) => void,
): void => {
  let [hash, length, previous, hasPrevious, inWord] = [SEED, 0, 0, false, false];
  const ask = (asked: number): void => {
    const bit = asked >>> shift;
    if (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) found(asked);
  };
  const take = (unit: number): void => {
    hash = Math.imul(hash ^ unit, PRIME);
    if (suffixes !== 0) tail[length & 31] = unit;
    length += 1;
    if (prefixes !== 0 && length <= LONGEST_PART && (prefixes >>> length) & 1) ask(prefixHash(hash));
  };
  const end = (): void => {
    ask(mix(hash));
    if (hasPrevious) ask(pairHash(previous, hash));
    if (suffixes !== 0) askEndings(length, suffixes, ask);
    previous = hash;
    hasPrevious = true;
    inWord = false;
    hash = SEED;
    length = 0;
  };
  const takeAll = (units: string): void => {
    inWord = true;
    for (let unit = 0; unit < units.length; unit += 1) take(units.charCodeAt(unit));
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const unit = ascii[code] ?? 0;
      if (unit !== 0) {
        inWord = true;
        take(unit);
      } else if (inWord) end();
      continue;
    }
    const codePoint = code >= 0xd800 && code < 0xdc00 ? (text.codePointAt(at) ?? code) : code;
    if (codePoint > 0xffff) at += 1;
    const kind = kindOf(codePoint);
    if (kind >= 8) {
      inWord = true;
      take(kind);
    } else if (kind === SPELLED) takeAll(foldedUnits(codePoint));
    else if (kind === SEPARATOR) {
      if (inWord) end();
    } else if (kind === PICTOGRAPH) {
      if (inWord) end();
      takeAll(foldedUnits(codePoint));
      end();
    } else if (kind === SPELLED_MARK && inWord) takeAll(foldedUnits(codePoint));
    else if (kind !== MARK && inWord) end();
  }
  if (inWord) end();
};

/** Endings from the last unit backwards. */
const askEndings = (length: number, suffixes: number, ask: (hash: number) => void): void => {
  let hash = SEED;
  for (let taken = 1; taken <= length && taken <= LONGEST_PART; taken += 1) {
    hash = Math.imul(hash ^ (tail[(length - taken) & 31] ?? 0), PRIME);
    if ((suffixes >>> taken) & 1) ask(suffixHash(hash));
  }
};
