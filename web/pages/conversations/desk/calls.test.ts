import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledIn, colleaguesFor, nameBegun, nameInto, pieces } from './calls.ts';

const colleagues = [
  { personId: 'anna', name: 'Anna' },
  { personId: 'annamaria', name: 'Anna Maria Bò' },
  { personId: 'luca', name: 'Luca Ferrari' },
];

describe('names called in a note', () => {
  it('are offered while they are begun, by any of their parts and without accents', () => {
    expect(nameBegun('Chiedi a @fer', 13)).toBe('fer');
    expect(colleaguesFor('fer', colleagues)).toEqual([colleagues[2]]);
    expect(colleaguesFor('bo', colleagues)).toEqual([colleagues[1]]);
    expect(nameBegun('scrivi a anna@example.org', 25)).toBeNull();
    expect(nameBegun('senza nomi', 10)).toBeNull();
  });

  it('stand where they were begun, and the rest stays as it was', () => {
    expect(nameInto('Dì @lu che arriva', 6, 'Luca Ferrari')).toEqual({
      text: 'Dì @Luca Ferrari che arriva',
      caret: 17,
    });
  });

  it('are found again, the longest name that fits', () => {
    expect(calledIn('@Anna Maria Bò, senti @Luca Ferrari', colleagues)).toEqual(['annamaria', 'luca']);
    expect(calledIn('@Anna?', colleagues)).toEqual(['anna']);
  });

  it('cut a text into pieces that are the text again', () => {
    const word = fc.constantFrom('@Anna', '@Anna Maria Bò', ' ', '@', 'ciao', '@Luca Ferrari', '\n');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        expect(
          pieces(text, colleagues)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
