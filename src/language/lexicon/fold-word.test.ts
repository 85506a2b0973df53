import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../platform/text/index.ts';
import { foldWord } from './lexicon-file.ts';

const letters = 'abcdeioruzABCDEIORUZàèéìòùÀÈÉÌÒÙçÇñÑôÔüÜýßøØæÿÐ'.split('');

it('folds the quick way as the thorough way does', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }), (word) => {
      expect(foldWord(word)).toBe(foldText(word).replace(/(\p{L})\1{2,}/gu, '$1'));
    }),
    { numRuns: 1_000 },
  );
});
