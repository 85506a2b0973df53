export const SPACE = 0;
export const LETTER = 1;
export const NUMBER = 2;
export const MARK = 3;
/** Emoji and other pictures. */
export const PICTURE = 4;
/** Accents that stand by themselves, and what is not seen: zero width, soft hyphens, directions. */
export const ATTACHED = 5;

const classify = (character: string): number => {
  if (/^[\p{L}]$/u.test(character)) return LETTER;
  if (/^\p{N}$/u.test(character)) return NUMBER;
  if (/^[\s\p{Z}\p{Cc}]$/u.test(character)) return SPACE;
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u.test(character)) return PICTURE;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return ATTACHED;
  return MARK;
};

/** The classes of the 65,536 code units, found as they are met: 255 is not known yet. */
const known = new Uint8Array(65_536).fill(255);

/** The class of the character at `at`; past the end it is a space. A lone surrogate is a mark. */
export const characterClass = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (!(code >= 0)) return SPACE;
  if (code >= 0xd800 && code <= 0xdfff) return classOfPair(text, at);
  const seen = known[code] ?? 255;
  if (seen !== 255) return seen;
  const found = classify(String.fromCharCode(code));
  known[code] = found;
  return found;
};

const classOfPair = (text: string, at: number): number => {
  const point = text.codePointAt(at) ?? 0;
  if (point <= 0xffff) return MARK;
  const place = point - FIRST_PICTURE;
  if (place < 0 || place >= knownPictures.length) return classify(String.fromCodePoint(point));
  const seen = knownPictures[place] as number;
  if (seen !== 255) return seen;
  const found = classify(String.fromCodePoint(point));
  knownPictures[place] = found;
  return found;
};
/** The same for the 4,096 characters from U+1F000 on, where the emoji are. */
const FIRST_PICTURE = 0x1f000;
const knownPictures = new Uint8Array(4_096).fill(255);

/** A letter, or what is attached to one. */
export const isWordPart = (text: string, at: number): boolean => {
  const kind = at < 0 ? SPACE : characterClass(text, at);
  return kind === LETTER || kind === ATTACHED;
};
