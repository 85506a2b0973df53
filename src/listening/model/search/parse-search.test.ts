import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWords, slipsBetween } from './near-words.ts';
import { parseSearch, wordsToCheck } from './parse-search.ts';
import { readSearchPlace, SEARCH_PLACE_PATTERN, writeSearchPlace } from './search-place.ts';

const word = (text: string) => ({ text, isPhrase: false });
const phrase = (text: string) => ({ text, isPhrase: true });

describe('what is typed into a search', () => {
  it('is words, phrases, words to leave out, and either of two', () => {
    expect(parseSearch('vino "cantina rossi" -aceto bianco O nero')).toEqual([
      { forms: [word('vino')], isNegated: false },
      { forms: [phrase('cantina rossi')], isNegated: false },
      { forms: [word('aceto')], isNegated: true },
      { forms: [word('bianco'), word('nero')], isNegated: false },
    ]);
    expect(parseSearch('-"vino sfuso"')).toEqual([{ forms: [phrase('vino sfuso')], isNegated: true }]);
  });

  it('is never an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        for (const { forms } of parseSearch(typed)) expect(forms.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is checked for slips only where a word stands by itself and is wanted', () => {
    expect(wordsToCheck(parseSearch('Barbaresko "vini rosi" -acetto l’osteria blu'))).toEqual(['barbaresko']);
  });
});

describe('a word that nobody has said', () => {
  const known = [
    { word: 'vin', mentions: 900 },
    { word: 'barbaresc', mentions: 40 },
    { word: 'barbar', mentions: 3 },
    { word: 'canti', mentions: 5 },
    { word: 'cantin', mentions: 70 },
  ];

  it('is read as the nearest known one, and of equals the more common', () => {
    expect(nearWords('barbaresk', known)).toEqual(['barbaresc']);
    expect(nearWords('cantn', known)).toEqual(['cantin', 'canti']);
    expect(nearWords('zzzzz', known)).toEqual([]);
  });

  it('is one slip away when two neighbours are swapped', () => {
    expect(slipsBetween('cantian', 'cantina')).toBe(1);
    expect(slipsBetween('vino', 'vino')).toBe(0);
  });

  it('is as far from another as the other is from it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(slipsBetween(one, other)).toBe(slipsBetween(other, one));
        expect(slipsBetween(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(slipsBetween(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

it('goes on after the place where a page ended', () => {
  const place = {
    score: 0.0303964,
    saidAt: '2026-11-20T10:00:00.000Z',
    id: '01900000-0000-7000-8000-000000000001',
    asOf: '2026-11-21T10:00:00.000Z',
  };
  expect(writeSearchPlace(place)).toMatch(SEARCH_PLACE_PATTERN);
  expect(readSearchPlace(writeSearchPlace(place))).toEqual(place);
  const byTime = { ...place, score: null, asOf: null };
  expect(writeSearchPlace(byTime)).toMatch(SEARCH_PLACE_PATTERN);
  expect(readSearchPlace(writeSearchPlace(byTime))).toEqual(byTime);
});
