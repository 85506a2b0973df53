import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languagesOfWord, spokenFor } from './word-languages.ts';

/** The shares that ELD shows, from our points. */
const sharesOf = (word: string, pieces: number): Record<string, number> => {
  const { places, points } = languagesOfWord(word);
  return Object.fromEntries(
    places.map((place, at) => {
      const mean = (points[at] as number) / pieces;
      return [spokenFor[place], Math.round((mean / (mean + 25)) * 1e9)];
    }),
  );
};

const shownBy = (word: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(eld.detect(word).getScores()).map(([language, share]) => [
      language,
      Math.round(share * 1e9),
    ]),
  );

const piecesOf = (word: string): number =>
  1 + Math.max(0, Math.ceil((Math.min(Buffer.byteLength(word), 70) - 4) / 3));

const words = ['il', 'vendemmia', 'a', 'straordinariamente', 'the', 'gluten', 'aaaaaaaaaaaa', 'z'.repeat(90)];

it.each([...words, 'perché', 'größe', 'вино'])('makes of "%s" what the package makes of it', (word) => {
  expect(sharesOf(word, piecesOf(word))).toEqual(shownBy(word));
});

it('makes of any letters what the package makes of them', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'aeiorstnlcdmpuvgbfhzqkwxyj'),
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(letters, (word) => {
      expect(sharesOf(word, piecesOf(word))).toEqual(shownBy(word));
    }),
    { numRuns: 500 },
  );
});
