/**
 * Text as it is searched: `PERCHÉ`, `perché` and `perche` become one. Lower case, compatibility forms opened (NFKD),
 * accents removed, letters that NFKD leaves whole spelled out (ß, ø, æ, đ, ł ...), apostrophes and hyphens of every
 * shape made one, everything invisible (zero width, bidi controls, soft hyphens, variation selectors) removed.
 * Folding twice changes nothing. Linear; total on any string.
 */
export const foldText = (text: string): string => {
  if (isAscii(text)) return text.toLowerCase().replaceAll('`', "'");
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
};

/** `offsets[i]`: where in the original the character begins that gave `folded[i]`; one more entry for the end. UTF-16 units. */
export interface Folded {
  readonly folded: string;
  readonly offsets: Uint32Array;
}

export const foldWithOffsets = (text: string): Folded => {
  const parts: string[] = [];
  const offsets: number[] = [];
  let index = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(index);
    index += character.length;
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) };
};

/**
 * The stretch of the original that a match of the folded text, `[start, end)`, came from. Never half a character:
 * a match of the first `s` of a ß covers the ß, and the accents after a letter belong to it.
 */
export const originalRange = (
  { offsets }: Folded,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => {
  const from = offsets[start] ?? offsets.at(-1) ?? 0;
  if (end <= start) return { start: from, end: from };
  const last = offsets[end - 1];
  let after = end;
  while (after < offsets.length - 1 && offsets[after] === last) after += 1;
  return { start: from, end: offsets[after] ?? offsets.at(-1) ?? 0 };
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII starts there.
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

const foldCharacter = (character: string): string => {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const folded = computeFold(character);
  if (memory.size < memoryLimit) memory.set(character, folded);
  return folded;
};

/** Text is made of few characters: remembering them is ten times faster than normalising each. */
const memory = new Map<string, string>();
const memoryLimit = 20_000;

/** Twice, because spelling a letter out (ŉ -> 'n) may uncover another to fold. */
const computeFold = (character: string): string => foldOnce(foldOnce(spellOut(character.normalize('NFD'))));

const foldOnce = (text: string): string => {
  const lower = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ignored, '');
  return spellOut(lower);
};

const spellOut = (text: string): string => [...text].map((part) => spelled.get(part) ?? part).join('');

/**
 * Accents of the scripts that can be read without them. In others (Devanagari, Thai ...) a mark is a vowel, and in
 * kana (U+3099, U+309A) another consonant: they stay.
 */
const ignored =
  /(?![\u3099\u309a])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]|\p{Cf}|[\u115f\u1160\u3164\uffa0\u17b4\u17b5]/gu;

const spelled: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ß: 'ss',
    ẞ: 'ss',
    ø: 'o',
    Ø: 'o',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ð: 'd',
    þ: 'th',
    đ: 'd',
  }),
  ...Object.entries({
    Đ: 'd',
    ł: 'l',
    Ł: 'l',
    ħ: 'h',
    Ħ: 'h',
    ŧ: 't',
    Ŧ: 't',
    ŋ: 'n',
    ĸ: 'k',
    ı: 'i',
    ς: 'σ',
  }),
  ...[...'’‘‛ʼʻʹʽˈ′´`＇՚Ꞌꞌ\u055a\u1fbf\u1fbd\u1ffd\u1fef\u0374'].map((mark) => [mark, "'"] as const),
  ...[...'‐‑−'].map((mark) => [mark, '-'] as const),
]);
