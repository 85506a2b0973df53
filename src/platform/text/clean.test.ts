import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean.ts';
import { countGraphemes } from './count.ts';
import { anyText } from './hostile.fixture.ts';

const harm =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2060-\u206f\ufeff]|[\u200b-\u200d]{2}|\p{M}{5}/u;

const clean = (text: string) => cleanText(text).text;

describe('clean text', () => {
  it('is harmless whatever it was made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(harm);
      }),
      { numRuns: 2000 },
    );
  });

  it('cleaned again is the same', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, maxGraphemes) => {
        const once = cleanText(text, { maxGraphemes }).text;
        expect(cleanText(once, { maxGraphemes })).toEqual({ text: once, truncated: false });
      }),
      { numRuns: 2000 },
    );
  });

  it('is never longer than asked, and says when it was cut', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, maxGraphemes) => {
        const { text: cut, truncated } = cleanText(text, { maxGraphemes });
        expect(countGraphemes(cut)).toBeLessThanOrEqual(maxGraphemes);
        if (truncated) expect(clean(text).length).toBeGreaterThan(cut.length);
      }),
    );
  });

  it('keeps what people of any language write', () => {
    for (const text of [
      'Perché no? È così: «città» – l’oliva… 50 €\n\tsecondo',
      '👩‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥 1️⃣ 🇮🇹 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'می‌خواهم',
      'क्‍ष',
      'שָׁלוֹם',
      'việt nam',
      'e\u0301',
      '葛\u{e0100}',
      'ไทย\u200bภาษา',
      'العربية',
    ])
      expect(clean(text)).toBe(text);
  });

  it('of Latin letters alone is what it would be beside a picture', () => {
    for (let code = 0; code <= 0x2100; code += 1) {
      const text = `a${String.fromCharCode(code)}b${String.fromCharCode(code, code)}c`;
      expect(`${cleanText(text).text} 💛`).toBe(cleanText(`${text} 💛`).text);
    }
  });

  it('drops what only hides or breaks', () => {
    expect(clean('abc\u202egpj.exe')).toBe('abcgpj.exe');
    expect(clean('a\u200b\u200b\u200bb\u200dc')).toBe('abc');
    expect(clean('x\ud800y\0z')).toBe('x\ufffdyz');
    expect(clean(`Z${'\u0301'.repeat(1000)}algo`)).toBe(`Z${'\u0301'.repeat(4)}algo`);
    expect(clean('uno\r\ndue\rtre\u2028quattro')).toBe('uno\ndue\ntre\nquattro');
    expect(
      clean(
        `ciao${[...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}`,
      ),
    ).toBe('ciao');
  });

  it('of a million characters is bounded, also when they are one grapheme', () => {
    for (const flood of [
      'a',
      'è',
      '\u200d',
      '\u0301',
      '👩\u200d',
      '\u202e',
      '\ud800',
      '🇮',
      'ᄀ',
      'ب\u200d',
      '\u200e',
    ]) {
      const { text } = cleanText(flood.repeat(1_000_000 / flood.length), { maxGraphemes: 1000 });
      expect(text.length, JSON.stringify(flood)).toBeLessThanOrEqual(16_000);
    }
  });
});
