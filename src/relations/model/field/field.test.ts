import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadesOf } from './cascades.ts';
import type { Utterance } from './conversation.ts';
import { fieldQueries } from './field-query.ts';
import { followMonths } from './follow-months.ts';
import { judgeGathering } from './gathering.ts';
import { reactionPairs } from './reaction-pairs.ts';

const said = (
  key: string,
  person: string | null,
  at: number,
  parentKey: string | null = null,
): Utterance => ({
  key,
  person,
  at,
  parentKey,
  rootKey: null,
});

describe('conversations', () => {
  it('begin with who began them, then who joined, each once, in the order of time', () => {
    const utterances = [
      said('r', 'anna', 10),
      said('x', 'carla', 30, 'y'),
      said('y', 'bruno', 20, 'r'),
      said('z', 'bruno', 40, 'x'),
    ];
    const reactions = [{ ofKey: 'r', person: 'dino', at: 15 }];
    expect(cascadesOf({ utterances, reactions })).toEqual([
      [
        { person: 'anna', at: 10 },
        { person: 'dino', at: 15 },
        { person: 'bruno', at: 20 },
        { person: 'carla', at: 30 },
      ],
    ]);
  });

  it('hold together over something that was never heard, and over a clock that jumped', () => {
    const utterances = [
      said('a', 'anna', 50),
      said('b', 'bruno', 1, 'a'),
      said('c', 'carla', 2, 'gone'),
      said('d', 'dino', 3, 'gone'),
    ];
    expect(
      cascadesOf({ utterances, reactions: [] }).map((cascade) => cascade.map(({ person }) => person)),
    ).toEqual([
      ['anna', 'bruno'],
      ['carla', 'dino'],
    ]);
  });

  it('end, whatever answers whatever, and nobody is twice in one', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const utterance = fc.record({
      key,
      person: fc.option(fc.constantFrom('anna', 'bruno', 'carla')),
      at: fc.nat(100),
      parentKey: fc.option(key),
      rootKey: fc.option(key),
    });
    fc.assert(
      fc.property(fc.array(utterance), (utterances) => {
        for (const cascade of cascadesOf({ utterances, reactions: [] }))
          expect(new Set(cascade.map(({ person }) => person)).size).toBe(cascade.length);
      }),
    );
  });
});

describe('reactions', () => {
  it('are pairs of who answered or welcomed whom: never oneself, never somebody who may not be followed', () => {
    const utterances = [
      said('r', 'anna', 1),
      said('x', 'bruno', 2, 'r'),
      said('y', 'anna', 3, 'r'),
      said('z', null, 4, 'r'),
      said('w', 'carla', 5, 'z'),
    ];
    const reactions = [{ ofKey: 'x', person: 'anna', at: 6 }];
    expect(reactionPairs({ utterances, reactions })).toEqual([
      { from: 'bruno', to: 'anna', at: 2 },
      { from: 'anna', to: 'bruno', at: 6 },
    ]);
  });
});

describe('what was gathered', () => {
  const counted = { mentions: 900, people: 340, reactionPairs: 2_340, byChannel: [] };
  it('is enough from about two thousand reactions on, and says so in words', () => {
    const { enough, says } = judgeGathering(counted);
    expect(enough).toBe(true);
    expect(says.it).toBe(
      '340 persone, 2.340 reazioni tra loro. Bastano: si sceglie da chi ha davvero seguito chi.',
    );
  });

  it('is not enough below, and says how sure a choice would be', () => {
    expect(judgeGathering({ ...counted, reactionPairs: 800 })).toMatchObject({ enough: false });
    expect(judgeGathering({ ...counted, reactionPairs: 800 }).says.it).toContain('meno sicura');
    expect(judgeGathering({ ...counted, reactionPairs: 10 }).says.en).toContain('not as advice');
    expect(judgeGathering({ ...counted, people: 3 }).says.en).toContain('Too few');
    expect(judgeGathering({ ...counted, mentions: 0 }).says.it).toContain('Ancora niente');
  });
});

describe('the months of a field', () => {
  it('are all there, also those in which nobody spoke, with the last figures of the web in each', () => {
    const talk = [{ month: '2026-09', said: 4, cameBack: 2, spokeWith: 2 }];
    const web = [
      { day: '2026-09-01', effectiveSize: 3, circlesReached: 1, withinTwoSteps: 0.1 },
      { day: '2026-09-30', effectiveSize: 5, circlesReached: 2, withinTwoSteps: 0.2 },
    ];
    expect(followMonths(talk, web, '2026-11-22')).toEqual([
      {
        month: '2026-09',
        said: 4,
        cameBack: 2,
        spokeWith: 2,
        effectiveSize: 5,
        circlesReached: 2,
        withinTwoSteps: 0.2,
      },
      {
        month: '2026-10',
        said: 0,
        cameBack: 0,
        spokeWith: 0,
        effectiveSize: null,
        circlesReached: null,
        withinTwoSteps: null,
      },
      {
        month: '2026-11',
        said: 0,
        cameBack: 0,
        spokeWith: 0,
        effectiveSize: null,
        circlesReached: null,
        withinTwoSteps: null,
      },
    ]);
  });

  it('pass from one year to the next', () => {
    expect(
      followMonths([{ month: '2025-12', said: 1, cameBack: 0, spokeWith: 0 }], [], '2026-01-03').map(
        ({ month }) => month,
      ),
    ).toEqual(['2025-12', '2026-01']);
  });
});

describe('what is looked for', () => {
  it('is each word and tag once, several words as one phrase, without signs that mean something to the search', () => {
    expect(
      fieldQueries({
        words: ['vino naturale', ' Barolo ', '-secco'],
        tags: ['#Barolo', '##vino'],
        places: ['Langhe'],
      }),
    ).toEqual(['"vino naturale"', 'Barolo', 'secco', 'vino']);
  });

  it('is the places alone where there is nothing else', () => {
    expect(fieldQueries({ words: ['  '], tags: ['#'], places: ['Alba', 'Monforte d’Alba'] })).toEqual([
      'Alba',
      '"Monforte d’Alba"',
    ]);
  });
});
