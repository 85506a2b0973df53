import { expect, it } from 'vitest';
import { expectOk } from '../../../platform/result.ts';
import { parseQuery } from './parse-query.ts';
import { searchesOf } from './searches-of.ts';

it.each([
  ['"Cantina Rossi" O #rossi', ['Cantina Rossi', '#rossi']],
  ['vino E "Cantina Rossi" -moto', ['Cantina Rossi']],
  ['(vino O birra) E degustazione canale:bluesky', ['degustazione']],
  ['vino VICINO/5 tappo', ['tappo']],
  ['degust*', ['degust']],
  ['link:rossi.it', ['rossi.it']],
])('a channel is asked for the least of %s that misses nothing', (query, expected) => {
  expect(searchesOf(expectOk(parseQuery(query)))).toEqual(expected);
});
