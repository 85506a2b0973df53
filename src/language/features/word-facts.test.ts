import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import { createWordBook } from './word-facts.ts';

const lexicon = compileLexicon([]);

it('a word is known as itself, whatever was met before it and wherever it stands', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'è', 'Z', '😀', '\ud800'), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, letters)), (words) => {
      const remembering = createWordBook(lexicon);
      for (const [before, word] of words) {
        const text = `${before}${word} e altro`;
        const [start, end] = [before.length, before.length + word.length];
        const fresh = createWordBook(lexicon)(word, 0, word.length);
        expect(remembering(text, start, end)).toEqual(fresh);
        expect(remembering(text, start, end).raw).toBe(word);
      }
    }),
    { numRuns: 30 },
  );
});

it('a word that folds to many characters is judged by its beginning', () => {
  const { folded, gramCount } = createWordBook(lexicon)('ﷺ'.repeat(20), 0, 20);
  expect(folded.length).toBeLessThanOrEqual(80);
  expect(gramCount).toBeLessThanOrEqual(256);
});
