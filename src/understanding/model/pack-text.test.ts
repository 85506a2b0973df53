import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPack } from './pack-text.ts';

it('tells each line that cannot be understood, in order', () => {
  const { problems } = readPack(
    'vino\n# aspect:Annata\n# polarity\n+5 top\n-3 a | | b\nuno due tre quattro cinque sei sette\n',
  );
  expect(problems).toEqual([
    { line: 1, kind: 'no-category' },
    { line: 2, kind: 'unknown-category' },
    { line: 4, kind: 'weight-out-of-range' },
    { line: 5, kind: 'no-words' },
    { line: 6, kind: 'too-long' },
  ]);
});

it('understands remarks, weights and aspects that the company names', () => {
  const { entries, problems } = readPack(
    '// nostre\n# aspect:annata\nvendemmi* | annata\n# polarity\n-2.5 sa di tappo // mai più\n',
  );
  expect(problems).toEqual([]);
  expect(entries.map(({ category, weight }) => [category, weight])).toEqual([
    ['aspect:annata', 1],
    ['aspect:annata', 1],
    ['polarity', -2.5],
  ]);
});

it('never fails, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(Array.isArray(readPack(text).problems)).toBe(true);
    }),
  );
});
