import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameCommunities } from './name-communities.ts';

const words = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([word, count]) => ({ word, count }));

const everyday = {
  grazie: 80,
  buongiorno: 60,
  della: 300,
  che: 400,
  pane: 12,
  prezzo: 20,
  negozio: 20,
  the: 90,
};
const bakers = { ...everyday, pane: 60, lievito: 40, farina: 55, forno: 30 };
const wine = { ...everyday, vino: 40, vini: 35, cantina: 30, vendemmia: 25 };
const riders = { ...everyday, bici: 50, salita: 30, ciclabile: 20 };

test('a circle is called by what its people talk about and the others do not', () => {
  const [one, two, three] = nameCommunities([bakers, wine, riders].map((each) => ({ words: words(each) })));
  expect(one).toEqual({
    words: ['farina', 'lievito', 'forno'],
    name: { it: 'farina, lievito e forno', en: 'farina, lievito and forno' },
  });
  expect(two?.words).toEqual(['vino', 'cantina', 'vendemmia']);
  expect(three?.words).toEqual(['bici', 'salita', 'ciclabile']);
});

test('small words and thanks name no circle, however often they come', () => {
  const thankful = { Grazie: 900, Perché: 500, https: 70, would: 90, '2026': 60, '@anna': 50 };
  const [one] = nameCommunities([thankful, bakers].map((each) => ({ words: words(each) })));
  expect(one).toEqual({ words: [], name: null });
});

test('a name stays while its words are nearly as fitting as others, and in its order', () => {
  const before = ['lievito', 'farina', 'forno'];
  const [one] = nameCommunities([
    { words: words({ ...bakers, lievito: 47, farina: 48, forno: 44, pane: 50 }), before },
    { words: words(wine) },
  ]);
  expect(one?.words).toEqual(before);
});

test('a name gives way when people talk of something else', () => {
  const [one] = nameCommunities([
    { words: words({ ...everyday, pizza: 80, mozzarella: 70, forno: 60, farina: 4 }), before: ['farina'] },
    { words: words(wine) },
  ]);
  expect(one?.words).toEqual(['pizza', 'mozzarella', 'forno']);
});

test('where there is one circle alone, its most frequent words name it', () => {
  expect(nameCommunities([{ words: words(bakers) }])[0]?.words).toEqual(['pane', 'farina', 'lievito']);
});

test('no words, no name', () => {
  expect(nameCommunities([{ words: [] }, { words: words({ pane: 1 }) }])).toEqual([
    { words: [], name: null },
    { words: [], name: null },
  ]);
});

test('the order in which words come changes nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(words(bakers), { minLength: Object.keys(bakers).length }), (turned) => {
      const name = (first: typeof turned) => nameCommunities([{ words: first }, { words: words(wine) }]);
      expect(name(turned)).toEqual(name(words(bakers)));
    }),
  );
});
