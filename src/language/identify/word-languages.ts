import { eld } from 'eld/extrasmall';

/** How far one word speaks for each of the languages in `spokenFor`: places there and points, side by side. */
export type WordLanguages = { readonly places: readonly number[]; readonly points: readonly number[] };

/** The languages that have been met, in the order of their meeting; ISO 639-1. */
export const spokenFor: string[] = [];
const placeOf = new Map<string, number>();

/** ELD scales the points of a piece so (its LanguageResult.js): shown = mean / (mean + 25). */
const SCALE = 25;
/** Bytes of a piece, and from one piece to the next (its languageDetector.js). */
const PIECE = 4;
const STRIDE = 3;
const MOST_BYTES = 70;

/**
 * What ELD (Nito T.M., Apache-2.0) makes of a word in lower case. Its points for a text are the sum of those of the
 * pieces of its words, and no piece reaches over the end of a word: kept by word, they need not be looked up again.
 */
export const languagesOfWord = (word: string): WordLanguages => {
  const shown = eld.detect(word).getScores();
  const pieces = piecesIn(Buffer.byteLength(word));
  const places: number[] = [];
  const points: number[] = [];
  for (const language in shown) {
    const share = shown[language] as number;
    places.push(placeFor(language));
    points.push((pieces * SCALE * share) / (1 - share));
  }
  return { places, points };
};

const piecesIn = (bytes: number): number =>
  1 + Math.max(0, Math.ceil((Math.min(bytes, MOST_BYTES) - PIECE) / STRIDE));

const placeFor = (language: string): number => {
  const known = placeOf.get(language);
  if (known !== undefined) return known;
  placeOf.set(language, spokenFor.length);
  return spokenFor.push(language) - 1;
};
