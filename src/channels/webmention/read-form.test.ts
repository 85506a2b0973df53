import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readForm } from './read-form.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

it('a form reads as it was written, in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const written = new URLSearchParams({ url: 'https://a.example/', title }).toString();
      expect(readForm(bytes(written), '').get('title')).toBe(new URLSearchParams(written).get('title'));
    }),
  );
});

it.each([
  ['by its field', 'title=citt%E0&charset=iso-8859-1', '', 'città'],
  ['by the header', 'title=%93s%EC%94', 'application/x-www-form-urlencoded; charset=windows-1252', '“sì”'],
  ['by what it is', 'title=citt%E0', '', 'città'],
  ['against what it says', 'title=citt%C3%A0&charset=us-klingon', '', 'città'],
])('and in another charset, known %s', (_, written, contentType, expected) => {
  expect(readForm(bytes(written), contentType).get('title')).toBe(expected);
});

it('anything at all may come', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (body, contentType) => {
      readForm(body, contentType);
    }),
  );
});
