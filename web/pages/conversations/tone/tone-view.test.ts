import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeIn, stillThere } from './tone-view.ts';

const at = (start: number, end: number) => ({ start, end });

it('what is written at the end leaves the findings before it standing', () => {
  const read = 'Gentile cliente, la informiamo';
  expect(stillThere([at(0, 15)], read, `${read} che`)).toEqual([at(0, 15)]);
});

it('words that were changed are not pointed at any more', () => {
  expect(stillThere([at(0, 15)], 'Gentile cliente, ecco', 'Ciao Anna, ecco')).toEqual([]);
  expect(stillThere([at(9, 15)], 'Gentile cliente', 'Gentile')).toEqual([]);
});

it('what still stands points at the same words, whatever was written', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(20), fc.nat(20)).map(([start, more]) => at(start, start + more + 1)),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), spans, (read, now, found) => {
      for (const { start, end } of stillThere(found, read, now))
        expect(now.slice(start, end)).toBe(read.slice(start, end));
    }),
  );
});

it('what belongs at the end goes before the signature', () => {
  const proposal = { lang: 'it' as const, text: ' Grazie.', start: 22, end: 22, ready: true };
  expect(changeIn('La chiamo domani.\n', proposal)).toEqual({ start: 17, end: 17, text: ' Grazie.' });
});

it('what comes first has no space before it', () => {
  const proposal = { lang: 'it' as const, text: ' Ciao Anna,', start: 0, end: 15, ready: true };
  expect(changeIn('Gentile cliente, eccoci.', proposal).text).toBe('Ciao Anna,');
});
