import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestWords } from './suggest-causes.ts';

const cause = { id: 'c', name: 'Spedizione', words: ['spediz'], aspects: [], isRetired: false };
const said = (caseId: string, body: string) => ({ caseId, body, aspects: [] });
const isSmall = (word: string) => word === 'quando';

describe('words that may become a branch', () => {
  it('stand in several cases without a cause, are no small words, and no cause knows them', () => {
    const all = [
      said('1', 'Il TAPPO era rotto, e la spedizione lenta'),
      said('2', 'Tappo difettoso, quando arriva la spedizione?'),
      said('3', 'Ancora un tappo che perde, quando rispondete? Spedizione lenta'),
      said('3', 'tappo tappo tappo difettoso'),
    ];
    expect(suggestWords([cause], all, isSmall)).toEqual([{ word: 'tappo', cases: 3 }]);
    expect(suggestWords([{ ...cause, words: ['tappo'] }], all, isSmall)).toEqual([
      { word: 'spedizione', cases: 3 },
    ]);
  });

  it('never are more than there are cases, nor fewer than it takes', () => {
    const word = fc.constantFrom('tappo', 'etichetta', 'quando', 'corriere', 'no');
    const texts = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.array(word, { maxLength: 6 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const things = all.map(([caseId, list]) => said(caseId, list.join(' ')));
        for (const found of suggestWords([], things, isSmall)) {
          const cases = new Set(
            all.filter(([, list]) => list.includes(found.word as never)).map(([id]) => id),
          );
          expect(found.cases).toBe(cases.size);
          expect(found.cases).toBeGreaterThanOrEqual(3);
          expect(isSmall(found.word)).toBe(false);
        }
      }),
    );
  });
});
