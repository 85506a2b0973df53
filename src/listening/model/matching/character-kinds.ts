import { foldText } from '../../../platform/text/index.ts';

/** What a character does to the words of a text; from here on a kind is the one unit that a letter folds to. */
export const LETTERS = 8;
export const SEPARATOR = 1;
/** Goes on with a word, begins none, and leaves nothing when folded. */
export const MARK = 2;
/** A word by itself. */
export const PICTOGRAPH = 3;
/** Begins a word or goes on with it, and folds to none or several units: see `foldedUnits`. */
export const SPELLED = 4;
/** Goes on with a word only, and leaves something when folded. */
export const SPELLED_MARK = 5;

const LETTER = /^[[\p{L}\p{N}]--[ʼ]]$/v;
const COMBINING = /^\p{M}$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;

/** For units below 65,536; 0 where nobody asked yet. */
const kinds = new Uint16Array(65_536);
const spelled = new Map<number, string>();
const beyond = new Map<number, number>();
const MOST_BEYOND = 20_000;

/** The kind of a code point. The same words come of it as of `wordsOf`. */
export const kindOf = (codePoint: number): number => {
  if (codePoint < 65_536) {
    const known = kinds[codePoint] ?? 0;
    if (known !== 0) return known;
    const kind = makeKind(codePoint);
    kinds[codePoint] = kind;
    return kind;
  }
  const known = beyond.get(codePoint);
  if (known !== undefined) return known;
  const kind = makeKind(codePoint);
  if (beyond.size >= MOST_BEYOND) beyond.clear();
  beyond.set(codePoint, kind);
  return kind;
};

/** What a SPELLED character folds to. */
export const foldedUnits = (codePoint: number): string => {
  const known = spelled.get(codePoint);
  if (known !== undefined) return known;
  const units = foldText(String.fromCodePoint(codePoint));
  if (spelled.size >= MOST_BEYOND) spelled.clear();
  spelled.set(codePoint, units);
  return units;
};

const makeKind = (codePoint: number): number => {
  const character = String.fromCodePoint(codePoint);
  const isLetter = LETTER.test(character);
  if (!isLetter && !COMBINING.test(character)) return PICTURE.test(character) ? PICTOGRAPH : SEPARATOR;
  const folded = foldText(character);
  if (!isLetter) return folded === '' ? MARK : SPELLED_MARK;
  const unit = folded.length === 1 ? folded.charCodeAt(0) : 0;
  return unit >= LETTERS ? unit : SPELLED;
};

/** The kinds of the first 128 characters, all of them letters or separators. */
export const ascii: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => kindOf(code));
