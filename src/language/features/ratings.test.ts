import { expect, it } from 'vitest';
import { compileLexicon } from '../lexicon/compile-lexicon.ts';
import { tokenise } from '../text/tokenise.ts';
import { ratingsIn } from './ratings.ts';
import { createWordBook } from './word-facts.ts';

const factsOf = createWordBook(compileLexicon([]));
const rate = (text: string) => {
  const tokens = tokenise(text);
  const facts = tokens.map(({ kind, start, end }) =>
    kind === 'word' ? factsOf(text, start, end) : undefined,
  );
  return ratingsIn(tokens, facts).map(({ first, last, score }) => [
    text.slice(tokens[first]?.start, tokens[last]?.end),
    score,
  ]);
};

it('hears the marks that people give, however they are written', () => {
  expect(rate('10/10 e torneremo')).toEqual([['10/10', 4]]);
  expect(rate('Servizio 2/5, cucina 4,5/5')).toEqual([
    ['2/5', -3],
    ['4,5/5', 4],
  ]);
  expect(rate('voto 4!')).toEqual([['voto 4', -3]]);
  expect(rate('un 6 su 10')).toEqual([['6 su 10', 1]]);
  expect(rate('1 stella e basta')).toEqual([['1 stella', -4]]);
  expect(rate('5 STELLE')).toEqual([['5 STELLE', 4]]);
});

it('takes neither days, nor opening hours, nor the stars of a hotel for a mark', () => {
  for (const text of [
    'il 5/5 siete aperti?',
    'dal 10/10',
    'aperto 24/7',
    'hotel 5 stelle',
    'un 3 stelle',
    '12/10',
  ])
    expect(rate(text), text).toEqual([]);
});
