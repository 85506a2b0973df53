import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAt, type Span } from './cut-at.ts';

const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })));

it('the pieces in a row are the text, whatever the spans', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), spans, spans, (text, one, other) => {
      expect(
        cutAt(text, [one, other])
          .map(({ words }) => words)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('every character lies in the layers whose spans cover it, and in no other', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), spans, (text, given) => {
      const covers = ([start, end]: Span, at: number) =>
        start >= 0 && start < end && end <= text.length && start <= at && at < end;
      for (const { start, words, layers } of cutAt(text, [given]))
        for (let at = start; at < start + words.length; at += 1)
          expect(layers[0]).toBe(given.some((span) => covers(span, at)));
    }),
  );
});

it('overlapping spans of two layers are told apart', () => {
  expect(
    cutAt('non è arrivato niente', [[[0, 14]], [[6, 21]]]).map(({ words, layers }) => [words, ...layers]),
  ).toEqual([
    ['non è ', true, false],
    ['arrivato', true, true],
    [' niente', false, true],
  ]);
});
