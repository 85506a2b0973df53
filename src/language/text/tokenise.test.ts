import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from './tokenise.ts';

const cut = (text: string): string[] => tokenise(text).map(({ kind, raw }) => `${kind} ${raw}`);

it('cuts what people write into words, marks, pictures, accounts and links', () => {
  expect(cut("L'ho preso!!! 😂❤️ costa 12,50€ :) @anna.b #vivaVino https://a.example/x?y")).toEqual([
    'word L',
    "mark '",
    'word ho',
    'word preso',
    'mark !!!',
    'emoji 😂',
    'emoji ❤️',
    'word costa',
    'number 12,50',
    'mark €',
    'emoji :)',
    'account @anna.b',
    'word #vivaVino',
    'link https://a.example/x?y',
  ]);
});

it('keeps what hides inside a word with the word', () => {
  expect(cut('vi\u200bno')).toEqual(['word vi\u200bno']);
});

it('points into the text, in order, without overlap, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let end = 0;
      for (const token of tokenise(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.raw).toBe(text.slice(token.start, token.end));
        end = token.end;
      }
    }),
  );
});

it('gives up after enough tokens: the rest of a megabyte is not looked at', () => {
  expect(tokenise('a '.repeat(500_000)).length).toBeLessThan(2_000);
});
