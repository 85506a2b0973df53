import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, foldWithOffsets, originalRange } from './fold.ts';
import { anyText } from './hostile.fixture.ts';

it('makes one of what people write in many ways', () => {
  const same: [string, string][] = [
    ['PERCHÉ', 'perche'],
    ['perche\u0301', 'perche'],
    ['Straße', 'strasse'],
    ['Øresund', 'oresund'],
    ['Æsop œuvre', 'aesop oeuvre'],
    ['Đorđe Łódź', 'dorde lodz'],
    ['l’oliva', "l'oliva"],
    ['l`oliva', "l'oliva"],
    ['l´oliva', "l'oliva"],
    ['lʼoliva', "l'oliva"],
    ['İstanbul ılık', 'istanbul ilik'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁne', 'fine'],
    ['Ｖｉｎｏ', 'vino'],
    ['vi\u200bno', 'vino'],
    ['vi\u00adno', 'vino'],
    ['\u202evino\u202c', 'vino'],
    ['auto‑lavaggio', 'auto-lavaggio'],
    ['𝓋𝒾𝓃𝑜', 'vino'],
    ['due\u00a0parole', 'due parole'],
  ];
  for (const [written, folded] of same) expect(foldText(written), written).toBe(folded);
});

it('leaves vowels and consonants that are written as marks', () => {
  expect(foldText('कि')).not.toBe(foldText('क'));
  expect(foldText('が')).not.toBe(foldText('か'));
});

it('done twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 2000 },
  );
});

it('is blind to how the accents are written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => foldText(text.normalize('NFC')) === foldText(text.normalize('NFD')),
    ),
  );
});

it('with offsets folds the same, and every offset leads back into the text in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, offsets } = foldWithOffsets(text);
      expect(folded).toBe(foldText(text));
      expect(offsets).toHaveLength(folded.length + 1);
      expect([...offsets]).toEqual([...offsets].sort((one, other) => one - other));
      expect(offsets.at(-1)).toBe(text.length);
    }),
  );
});

it('a match is found again in the original, whole', () => {
  const found = (text: string, term: string) => {
    const map = foldWithOffsets(text);
    const at = map.folded.indexOf(term);
    const { start, end } = originalRange(map, at, at + term.length);
    return text.slice(start, end);
  };
  expect(found('Buono il Rosé\u0301 di Anna', 'rose')).toBe('Rosé\u0301');
  expect(found('Große Liebe', 'gros')).toBe('Groß');
  expect(found('la citta\u0300 vecchia', 'citta')).toBe('citta\u0300');
  expect(found('👍 Vi\u200bno', 'vino')).toBe('Vi\u200bno');
});

it('a stretch of the original folds to what was matched, or to more of the same character', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, from, length) => {
      const map = foldWithOffsets(text);
      const start = map.folded.length === 0 ? 0 : from % map.folded.length;
      const end = Math.min(map.folded.length, start + length);
      const range = originalRange(map, start, end);
      expect(foldText(text.slice(range.start, range.end))).toContain(map.folded.slice(start, end));
    }),
  );
});
