import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../words-of.ts';
import { pairHash, prefixHash, rawHash, rawHashBackwards, stemOf, suffixHash, wordHash } from './hash.ts';
import { createHits, scanText } from './scan-text.ts';

const everything = new Int32Array(1).fill(-1);
const numbersIn = (text: string): readonly number[] => {
  const hits = createHits();
  scanText(
    text,
    { stems: everything, stemShift: 31, prefixes: 1 << 3, suffixes: 1 << 4, bits: everything, shift: 31 },
    hits,
  );
  return [...hits.numbers.subarray(0, hits.count)];
};
const numbersOf = (text: string): readonly number[] =>
  wordsOf(text).flatMap(({ folded }, index, words) => {
    const previous = words[index - 1];
    return [
      ...(folded.length >= 3 ? [prefixHash(rawHash(folded.slice(0, 3)))] : []),
      wordHash(folded),
      ...(previous ? [pairHash(rawHash(previous.folded), rawHash(folded))] : []),
      ...(folded.length >= 4 ? [suffixHash(rawHashBackwards(folded.slice(-4)))] : []),
    ];
  });

const pieces = fc.constantFrom(
  'Perché',
  'straße',
  '💛',
  'l’olio',
  'ŉ',
  '½',
  '1️⃣',
  'İ',
  'क्षि',
  '\u115f',
  'e\u0301',
  '™',
  '𝓋ino',
  '\ud800',
  '#',
  ' ',
  '-',
  'ʼ',
  '\u200d',
  'ﬁ',
  'が',
  '한국',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
);

it('reads the words that every other part of the house reads', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(numbersIn(text)).toEqual(numbersOf(text));
    }),
    { numRuns: 5_000 },
  );
});

it('passes over words that begin as nothing does that is waited for, but for short beginnings and for endings', () => {
  const stems = new Int32Array(2 ** 15);
  const bit = stemOf('cantine') >>> 12;
  stems[bit >>> 5] = 1 << (bit & 31);
  const wanted = { stems, stemShift: 12, prefixes: (1 << 3) | (1 << 7), suffixes: 1 << 4 };
  const hits = createHits();
  scanText('vecchie cantine', { ...wanted, bits: everything, shift: 31 }, hits);
  expect([...hits.numbers.subarray(0, hits.count)]).toEqual([
    prefixHash(rawHash('vec')),
    suffixHash(rawHashBackwards('chie')),
    prefixHash(rawHash('can')),
    prefixHash(rawHash('cantine')),
    wordHash('cantine'),
    pairHash(rawHash('vecchie'), rawHash('cantine')),
    suffixHash(rawHashBackwards('tine')),
  ]);
});
