import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countGraphemes, countUtf8Bytes, countUtf16, truncateGraphemes } from './count.ts';
import { anyText } from './hostile.fixture.ts';

const slow = (text: string) => [...new Intl.Segmenter('it').segment(text)].length;

it('counts as people do', () => {
  for (const [text, count] of [
    ['', 0],
    ['perché', 6],
    ['perche\u0301', 6],
    ['👩‍👩‍👧‍👦', 1],
    ['🇮🇹🇮🇹', 2],
    ['👍🏽!', 2],
    ['a\r\nb', 3],
  ] as const) {
    expect(countGraphemes(text), text).toBe(count);
  }
});

it('the short way and the long way agree on any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string(), fc.string({ unit: fc.constantFrom('\r', '\n', 'è', 'a') })),
      (text) => {
        expect(countGraphemes(text)).toBe(slow(text));
      },
    ),
  );
});

it('counts bytes and units as they are sent', () => {
  fc.assert(
    fc.property(
      anyText,
      (text) =>
        countUtf8Bytes(text) === new TextEncoder().encode(text).length && countUtf16(text) === text.length,
    ),
  );
});

it('truncates to whole graphemes: a beginning of the text, never longer than asked, and all of it when it fits', () => {
  fc.assert(
    fc.property(anyText, fc.nat({ max: 30 }), (text, max) => {
      const cut = truncateGraphemes(text, max);
      expect(text.startsWith(cut)).toBe(true);
      expect(countGraphemes(cut)).toBe(Math.min(max, countGraphemes(text)));
    }),
  );
});
