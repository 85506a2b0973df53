import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearnessToField } from './bm25.ts';
import { topWords } from './top-words.ts';
import { wordsIn } from './words-in.ts';

describe('what somebody cares about', () => {
  it('is the words that come back in their texts, in the form that they use most', () => {
    expect(
      topWords([
        'Buongiorno, cerco un vino naturale per il Barolo della nonna',
        'I vini naturali non sono una moda: @anna https://vini.example/naturali',
        'Il Barolo, i vini, l’uva. Tutti i vini!',
      ]),
    ).toEqual([
      { word: 'vini', count: 3 },
      { word: 'Barolo', count: 2 },
      { word: 'naturale', count: 2 },
    ]);
  });

  it('takes the article from before a word, and reads hashtags', () => {
    expect(wordsIn("dell’olio, l'oliva #frantoio 2024 mario@olio.example").map(({ word }) => word)).toEqual([
      'olio',
      'oliva',
      'frantoio',
    ]);
  });

  it('does not stumble over what has no spaces', () => {
    expect(wordsIn('a'.repeat(1_000_000)).length).toBe(0);
    expect(wordsIn('l’'.repeat(500_000)).length).toBe(0);
    expect(wordsIn('x@'.repeat(500_000)).length).toBe(0);
  });

  it('counts the same in any order and never more than there are texts', () => {
    const texts = fc.array(
      fc.array(fc.constantFrom('vino', 'Vini', 'pane', 'olio', 'grazie'), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(texts, fc.array(fc.string()), (known, any) => {
        const all = [...known.map((words) => words.join(' ')), ...any];
        const top = topWords(all);
        expect(topWords(all.toReversed())).toEqual(top);
        expect(top.length).toBeLessThanOrEqual(12);
        for (const { count } of top) expect(count).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});

describe('how near a text is to a field', () => {
  const field = ['lievito madre', 'farine', 'pane'];

  it('grows with the field’s words, the rare ones most, and names those that it found', () => {
    const texts = ['Pane e farina, lievito madre', 'il pane, il pane', 'una gita in montagna', 'altro pane'];
    const [all, one, none] = nearnessToField(texts, field);
    expect(all?.value).toBeGreaterThan(one?.value ?? 1);
    expect(all?.value).toBeGreaterThan(0.3);
    expect(all?.found.at(-1)).toBe('pane');
    expect([none?.value, none?.found]).toEqual([0, []]);
  });

  it('is between zero and one, and nothing without words', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (texts, words) => {
        for (const { value } of nearnessToField(
          [...texts, 'pane', 'pane '.repeat(500)],
          [...words, 'pane'],
        )) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(nearnessToField(['pane'], [])).toEqual([{ value: 0, found: [] }]);
    expect(nearnessToField([], field)).toEqual([]);
  });
});
