import { expect, it } from 'vitest';
import { highlightSearch } from './highlight.ts';

const marked = (query: string, text: string) =>
  highlightSearch(query, text).map(([start, end]) => text.slice(start, end));

it('marks the forms of a word, accents or not', () => {
  expect(marked('vino', 'Il VINO e i vini, non la vinaccia né il vincolo')).toEqual(['VINO', 'vini']);
  expect(marked('città', 'La citta, le città')).toEqual(['citta', 'città']);
  expect(marked('"cantina rossi"', 'Le cantine Rossi')).toEqual(['cantine', 'Rossi']);
});

it('marks nothing for words that are to be left out, nor for a query without words', () => {
  expect(marked('vino -moto', 'moto e vino')).toEqual(['vino']);
  expect(marked(' ! ', 'moto e vino!')).toEqual([]);
});
