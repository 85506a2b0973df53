import { expect, it } from 'vitest';
import { words as readingWords } from '../../../components/reading/words.ts';
import { toldChange } from './told-change.ts';
import { words } from './words.ts';

const said = { w: words.it, r: readingWords.it };

it('says what was turned, added and taken away', () => {
  expect(
    toldChange(
      { polarity: 'pos', intents: ['praise', 'question'], needsReply: false },
      { polarity: 'neg', intents: ['question', 'complaint'], needsReply: true },
      said,
    ),
  ).toEqual(['da positivo a negativo', 'aggiunto reclamo', 'tolto complimento', 'aspetta una risposta']);
});

it('an aspect that is spoken of otherwise is named with how', () => {
  expect(
    toldChange(
      { aspects: [{ aspect: 'delivery', polarity: 'pos' }] },
      { aspects: [{ aspect: 'delivery', polarity: 'neg' }] },
      said,
    ),
  ).toEqual(['aggiunto consegna (negativo)', 'tolto consegna (positivo)']);
});

it('a reading that was right is said to be so', () => {
  expect(toldChange({ polarity: 'pos' }, {}, said)).toEqual(['la lettura era giusta']);
  expect(toldChange({ polarity: 'pos' }, { polarity: 'pos' }, said)).toEqual(['la lettura era giusta']);
});
