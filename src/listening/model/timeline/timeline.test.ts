import { describe, expect, it } from 'vitest';
import { grownWords, weightOf } from './grown-words.ts';
import { unusualCounts } from './unusual.ts';

/** The same numbers at every run (a linear congruential generator). */
const randomOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
  return seed / 0x7fff_ffff;
};
/** Knuth's way: multiply until under e to the minus mean. */
const poisson = (random: () => number, mean: number): number => {
  let [count, product] = [0, random()];
  while (product > Math.exp(-mean)) {
    count += 1;
    product *= random();
  }
  return count;
};

describe('a span of time', () => {
  it('is not called unusual by chance more than once in a hundred', () => {
    const random = randomOf(7);
    const counts = Array.from({ length: 5_000 }, () => poisson(random, 12));
    const alarms = unusualCounts(counts, 28).filter((each) => each !== null).length;
    expect(alarms).toBeLessThan(50);
  });

  it('is called unusual when three times as much is said', () => {
    const random = randomOf(11);
    const counts = Array.from({ length: 40 }, () => poisson(random, 12));
    const found = unusualCounts([...counts, 36], 28).at(-1);
    expect(found?.z).toBeGreaterThan(3);
    expect(found?.expected).toBeCloseTo(12, -1);
  });

  it('is called unusual when a place full of talk falls silent', () => {
    expect(
      unusualCounts([...Array.from({ length: 28 }, (_, day) => 38 + (day % 5)), 0], 28).at(-1)?.z,
    ).toBeLessThan(-3);
  });

  it('is not judged when too little is known of before, nor for two in place of one', () => {
    expect(unusualCounts([1, 1, 50], 8)).toEqual([null, null, null]);
    expect(unusualCounts([...Array(28).fill(0), 2], 28).at(-1)).toBeNull();
  });
});

describe('the words of a change', () => {
  const before = Array.from(
    { length: 60 },
    (_, at) => `il vino di questa cantina è buono, prova ${at % 3 ? 'rosso' : 'bianco'}`,
  );
  const now = [
    ...before.slice(0, 20),
    ...Array.from({ length: 12 }, () => 'cartoni rotti alla consegna del vino'),
    'un cartone rotto anche a me',
  ];

  it('are those that grew, told by the form most used, not those that are always there', () => {
    const grown = grownWords(now, before);
    expect(
      grown
        .map(({ word }) => word)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(['cartoni', 'consegna', 'rotti']);
    expect(grown.find(({ word }) => word === 'cartoni')).toMatchObject({ now: 13, before: 0 });
    expect(grown.some(({ word }) => word === 'vino' || word === 'cantina')).toBe(false);
  });

  it('weigh the texts that tell of it above the others', () => {
    const grown = grownWords(now, before);
    expect(weightOf('Consegna con cartoni rotti', grown)).toBeGreaterThan(
      weightOf('il vino di questa cantina', grown),
    );
  });

  it('are none where nothing changed', () => {
    expect(grownWords(before.slice(0, 30), before.slice(30))).toEqual([]);
    expect(grownWords([], before)).toEqual([]);
  });
});
