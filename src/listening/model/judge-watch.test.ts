import { describe, expect, it } from 'vitest';
import { expectOk } from '../../platform/result.ts';
import { breadthOf } from './breadth.ts';
import { judgeWatch } from './judge-watch.ts';
import { parseQuery } from './query/parse-query.ts';
import { queryOfTerms, termsOfQuery } from './query-of-terms.ts';

const refusal = (query: string, more = {}) => {
  const judged = judgeWatch({ query, ...more });
  return judged.ok ? null : judged.error;
};

describe('a watch', () => {
  it.each([
    '"Mario Rossi"',
    'mario E rossi',
    'Bianchi Giulia',
    'vino autore:@anna.example',
    '(vino O birra) E autore:anna',
  ])('that may follow a private person is asked about: %s', (query) => {
    expect(refusal(query)?.kind).toBe('perhaps-private-person');
    expect(refusal(query, { notPrivate: true })).toBeNull();
    expect(refusal(query, { about: 'our-people' })).toBeNull();
  });
  it.each([
    '"Cantina Mario Rossi"',
    '"Santa Lucia"',
    'Valdorsa',
    '"Rosso del Bricco"',
    'vino -autore:mario',
    '#vino',
    '"Mario & Figli"',
  ])('of a business, a place or a product is not: %s', (query) => {
    expect(refusal(query)).toBeNull();
  });
  it('with a telephone number or a tax code in it is refused whatever is said of it', () => {
    for (const query of ['"RSSMRA80A01H501U"', '"tel. +39 347 1234567"'])
      expect(refusal(query, { notPrivate: true })).toMatchObject({ sign: { kind: 'personal-data' } });
  });
  it('said to be about a private person is refused', () => {
    expect(refusal('vino', { about: 'private-person', notPrivate: true })?.kind).toBe('private-person');
  });
  it('that does not read is refused with the places', () => {
    expect(refusal('vino (')).toMatchObject({ kind: 'query-unreadable', problems: [{ start: 5, end: 6 }] });
  });
});

describe('what a query finds', () => {
  const breadth = (query: string, count = 10, days = 5) =>
    breadthOf(expectOk(parseQuery(query)), count, days);
  it('is too much when the words are in nearly every text', () => {
    expect(breadth('"di"')).toBe('too-broad');
    expect(breadth('vino O che')).toBe('too-broad');
    expect(breadth('che canale:bluesky')).toBe('too-broad');
    expect(breadth('che vino')).toBe('useful');
  });
  it('is much from a hundred a day on, and may be nothing', () => {
    expect(breadth('vino', 1_000, 5)).toBe('much');
    expect(breadth('vino', 0, 0)).toBe('nothing');
  });
});

it('the older lists of words become a query and are read back from it', () => {
  const query = queryOfTerms(['Cantina Rossi', '#vino'], ['moto']);
  expect(query).toBe('("Cantina Rossi" OR "#vino") AND NOT "moto"');
  expect(termsOfQuery(query)).toEqual({ terms: ['Cantina Rossi', '#vino'], except: ['moto'] });
});
