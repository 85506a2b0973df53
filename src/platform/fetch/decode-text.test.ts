import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

it('believes the byte order mark before the header', () => {
  expect(
    decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('perché')), 'text/html; charset=iso-8859-1'),
  ).toBe('perché');
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe8, 0x00), null)).toBe('è');
});

it('believes the header before the document', () => {
  expect(
    decodeText(latin1('<?xml version="1.0" encoding="utf-8"?>perché'), 'text/xml;charset="ISO-8859-1"'),
  ).toContain('perché');
});

it('reads what an XML declaration or an HTML meta says', () => {
  expect(
    decodeText(latin1('<?xml version="1.0" encoding="ISO-8859-15"?><a>è \xa4</a>'), 'text/xml'),
  ).toContain('è €');
  expect(decodeText(latin1('<html><meta charset=windows-1252><p>\x93città\x94'), 'text/html')).toContain(
    '“città”',
  );
});

it('guesses UTF-8 when it is valid and windows-1252 when it is not', () => {
  expect(decodeText(utf8('così è'), null)).toBe('così è');
  expect(decodeText(latin1('così è'), null)).toBe('così è');
});

it('reads UTF-16 without a mark by its first angle bracket', () => {
  expect(decodeText(new Uint8Array(Buffer.from('<a>più</a>', 'utf16le')), null)).toBe('<a>più</a>');
});

it('ignores charsets that nobody knows', () => {
  expect(decodeText(utf8('più'), 'text/plain; charset=klingon')).toBe('più');
});

it('never throws on any bytes and any header', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, header) => {
      expect(typeof decodeText(bytes, header === null ? null : `text/html; charset=${header}`)).toBe(
        'string',
      );
    }),
  );
});
