import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

const text = (parts: ReturnType<typeof diffWords>, ...kinds: string[]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map((part) => part.text)
    .join('');

const words = fc
  .array(fc.constantFrom('la', 'bottiglia', ' ', '\n', ', ', 'è', 'arrivata', 'rotta', '😀', '.'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(' '));

it('loses nothing of either text', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (one, other) => {
      const parts = diffWords(one, other);
      expect(text(parts, 'same', 'gone')).toBe(one);
      expect(text(parts, 'same', 'new')).toBe(other);
    }),
  );
});

it('says nothing changed where nothing did', () => {
  fc.assert(
    fc.property(words, (one) => {
      expect(diffWords(one, one).every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

it('points at the words that changed, and at no others', () => {
  expect(
    diffWords('Ci dispiace molto, la chiamo domani.', 'Mi dispiace, la chiamo domani alle nove.'),
  ).toEqual([
    { kind: 'gone', text: 'Ci' },
    { kind: 'new', text: 'Mi' },
    { kind: 'same', text: ' dispiace' },
    { kind: 'gone', text: ' molto' },
    { kind: 'same', text: ', la chiamo domani' },
    { kind: 'new', text: ' alle nove' },
    { kind: 'same', text: '.' },
  ]);
});

it('does not try to compare whole books', () => {
  const book = (word: string) => `${word} `.repeat(5_000).trim();
  expect(diffWords(book('uno'), book('due')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
});
