import { eld } from 'eld/extrasmall';
// @ts-expect-error Not among what the package lets be imported by name, and without types; word-languages.test.ts holds it to what the package answers.
import { ngramsData } from '../../../node_modules/eld/src/ngrams/extrasmall.js';

import { votingLanguages } from './function-words.ts';

/** How far one word speaks for each of the languages in `spokenFor`: places there and points, side by side. */
export type WordLanguages = { readonly places: readonly number[]; readonly points: readonly number[] };

type Pieces = {
  /** ISO 639-1, by ELD's own number. */
  readonly languages: Readonly<Record<number, string>>;
  /** What each piece tells of languages, less `LEAST`. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
const { languages, ngrams } = ngramsData as Pieces;

/** The languages that ELD knows, ISO 639-1: of two that are as likely the first is taken, so those that customers here speak come first. */
export const spokenFor: readonly string[] = [...new Set([...votingLanguages, ...Object.values(languages)])];
const placeOf: ReadonlyMap<string, number> = new Map(spokenFor.map((language, place) => [language, place]));
/** The same by the numbers that ELD gives them. */
const placeOfNumber: readonly number[] = Object.values(languages).map((each) => placeOf.get(each) as number);

/** ELD scales the points of a piece so (its LanguageResult.js): shown = mean / (mean + 25). */
const SCALE = 25;
/** Bytes of a piece, and from one piece to the next; what each piece tells at least (its languageDetector.js). */
const PIECE = 4;
const STRIDE = 3;
const MOST_BYTES = 70;
const LEAST = 53;

/**
 * What ELD (Nito T.M., Apache-2.0) makes of a word in lower case. Its points for a text are the sum of those of the
 * pieces of its words, and no piece reaches over the end of a word: kept by word, they need not be looked up again.
 */
export const languagesOfWord = (word: string): WordLanguages =>
  PLAIN.test(word) ? byOurselves(word) : byAsking(word);
const PLAIN = /^[a-z]+$/;

const byAsking = (word: string): WordLanguages => {
  const shown = eld.detect(word).getScores();
  const pieces = piecesIn(Buffer.byteLength(word));
  const places: number[] = [];
  const points: number[] = [];
  for (const language in shown) {
    places.push(placeOf.get(language) as number);
    points.push(pointsOf(pieces, shown[language] as number));
  }
  return { places, points };
};

const piecesIn = (bytes: number): number =>
  1 + Math.max(0, Math.ceil((Math.min(bytes, MOST_BYTES) - PIECE) / STRIDE));

const pointsOf = (pieces: number, share: number): number => (pieces * SCALE * share) / (1 - share);

/** The same where every letter is a byte, as in nearly all words: asking takes ten times as long, most of it for what a text could contain. */
const byOurselves = (word: string): WordLanguages => {
  sums.fill(0);
  met.length = 0;
  const end = Math.min(word.length, MOST_BYTES);
  for (let at = 0; at + PIECE < end; at += STRIDE) take((at === 0 ? ' ' : '') + word.slice(at, at + PIECE));
  take(`${end <= PIECE ? ' ' : ''}${word.slice(Math.max(0, end - PIECE))} `);
  const pieces = piecesIn(word.length);
  const places: number[] = [];
  const points: number[] = [];
  for (let place = 0; place < sums.length; place += 1) {
    const sum = sums[place] as number;
    if (sum === 0) continue;
    const mean = sum / met.length;
    places.push(place);
    points.push(pointsOf(pieces, mean / (mean + SCALE)));
  }
  return { places, points };
};

const sums = new Int32Array(spokenFor.length);
/** The pieces of the word at hand: one that comes twice counts once. */
const met: string[] = [];

const take = (piece: string): void => {
  if (met.includes(piece)) return;
  met.push(piece);
  const told = tellings.get(piece) ?? tellingOf(piece);
  for (let at = 0; at < told.length; at += 2) {
    const place = told[at] as number;
    sums[place] = (sums[place] as number) + (told[at + 1] as number);
  }
};

/** What pieces tell, place and points in turn, for those met: as ELD has it, each is an object with numbers for names, slow to walk. */
const tellings = new Map<string, readonly number[]>();

const tellingOf = (piece: string): readonly number[] => {
  const telling: number[] = [];
  const told = ngrams[piece];
  for (const number in told)
    telling.push(placeOfNumber[Number(number)] as number, (told[number] as number) + LEAST);
  if (telling.length === 0) return NOTHING;
  tellings.set(piece, telling);
  return telling;
};
const NOTHING: readonly number[] = [];
