import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { findBridges } from './find-bridges.ts';
import { findHoles } from './find-holes.ts';
import { findMeetings } from './find-meetings.ts';
import { findSleepers } from './find-sleepers.ts';
import { ourWeb } from './our-web.ts';
import { pickPeople } from './pick-people.ts';
import { shownStrength } from './shown-strength.ts';
import type { Web } from './web.ts';

const webOf = (
  nodes: number,
  ties: readonly (readonly [number, number])[],
  change: Partial<{ circleOf: readonly number[]; ours: Readonly<Record<number, number>> }> = {},
): Web => {
  const circleOf = Int32Array.from(change.circleOf ?? new Array<number>(nodes).fill(-1));
  return {
    graph: buildGraph({
      nodes,
      from: Uint32Array.from(ties, ([a]) => a),
      to: Uint32Array.from(ties, ([, b]) => b),
      weight: Float64Array.from(ties, () => 1),
      directed: false,
    }),
    circleOf,
    circles: Math.max(-1, ...circleOf) + 1,
    ours: Float64Array.from({ length: nodes }, (_, node) => change.ours?.[node] ?? 0),
  };
};

const clique = (from: number, size: number): [number, number][] =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: size - a - 1 }, (_, b) => [from + a, from + a + b + 1] as [number, number]),
  ).flat();

/** Two circles of six; 0 knows three of the other. */
const bridged = webOf(12, [...clique(0, 6), ...clique(6, 6), [0, 6], [0, 7], [0, 8], [5, 11]], {
  circleOf: [...new Array<number>(6).fill(0), ...new Array<number>(6).fill(1)],
});

describe('bridges', () => {
  it('are the people through whom most of what joins two circles goes', () => {
    expect(findBridges(bridged, 3)).toEqual([{ person: 0, between: [0, 1], share: 0.75, ties: 3 }]);
  });

  it('are none where there is one circle, or nobody', () => {
    expect(findBridges(webOf(4, clique(0, 4), { circleOf: [0, 0, 0, 0] }), 3)).toEqual([]);
    expect(findBridges(webOf(0, []), 3)).toEqual([]);
  });
});

describe('holes', () => {
  const apart = webOf(24, [...clique(0, 12), ...clique(12, 12)], {
    circleOf: [...new Array<number>(12).fill(0), ...new Array<number>(12).fill(1)],
    ours: { 13: 2, 14: 1 },
  });

  it('lie between large circles that nothing joins: first the one that we know, then the one that we lack', () => {
    expect(findHoles(apart, 5)).toMatchObject([{ circles: [1, 0], size: 24, ties: 0, nearest: 13 }]);
  });

  it('are none where the circles speak with each other', () => {
    expect(findHoles(bridged, 5)).toEqual([]);
  });
});

describe('who should meet', () => {
  it('are two of ours with acquaintances in common and no tie yet', () => {
    const web = webOf(
      4,
      [
        [0, 2],
        [1, 2],
        [0, 3],
        [1, 3],
        [2, 3],
      ],
      { ours: { 0: 1, 1: 1, 2: 1 } },
    );
    expect(findMeetings(web, 5)).toEqual([{ a: 0, b: 1, common: 2 }]);
  });

  it('are never people who already speak, nor people with whom we have no tie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 }),
        fc.uniqueArray(fc.nat(9)),
        (ties, ours) => {
          const web = webOf(10, ties, { ours: Object.fromEntries(ours.map((person) => [person, 1])) });
          for (const { a, b } of findMeetings(web, 50)) {
            expect(ours).toContain(a);
            expect(ours).toContain(b);
            expect(ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a))).toBe(false);
          }
        },
      ),
    );
  });
});

describe('who sleeps', () => {
  const history = { person: 1, theirs: 4, ours: 3, days: 90, isAsleep: true };
  it('is a tie that had grown both ways and fell asleep, the richest first', () => {
    const richer = { ...history, person: 2, theirs: 9 };
    expect(findSleepers([history, richer], 5).map(({ person }) => person)).toEqual([2, 1]);
  });

  it('is nobody who is awake, never answered, or is long forgotten', () => {
    const others = [
      { ...history, isAsleep: false },
      { ...history, ours: 0 },
      { ...history, theirs: 1, ours: 1 },
      { ...history, days: 2_000 },
    ];
    expect(findSleepers(others, 5)).toEqual([]);
  });
});

describe('our own web', () => {
  it('has the effective size of Burt: people who know each other repeat each other', () => {
    const star = webOf(5, [], { ours: { 0: 1, 1: 1, 2: 1, 3: 1 } });
    expect(ourWeb(star)).toMatchObject({ ties: 4, effectiveSize: 4, withinTwoSteps: 0.8 });
    const closed = webOf(4, clique(0, 4), { ours: { 0: 1, 1: 1, 2: 1, 3: 1 } });
    expect(ourWeb(closed).effectiveSize).toBe(1);
  });

  it('reaches within two steps those whom our people know', () => {
    const chain = webOf(
      4,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      { ours: { 0: 1 }, circleOf: [0, 0, 1, 1] },
    );
    expect(ourWeb(chain)).toEqual({ ties: 1, effectiveSize: 1, circlesReached: 1, withinTwoSteps: 0.5 });
  });

  it('is nothing where there is nobody', () => {
    expect(ourWeb(webOf(0, []))).toEqual({ ties: 0, effectiveSize: 0, circlesReached: 0, withinTwoSteps: 0 });
  });
});

describe('the people shown', () => {
  it('come in turn from each list, nobody twice, at most as many as asked', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    if (!a || !b || !c || !d) throw new Error('four people');
    expect(pickPeople([[a, b, c], [b, d], [a]], 3)).toEqual([a, b, c]);
    expect(pickPeople([[a, b, c], [b, d], [a]], 9)).toEqual([a, b, c, d]);
    expect(pickPeople([], 3)).toEqual([]);
  });
});

describe('the strength shown', () => {
  it('grows with the tie, from nothing to never quite full', () => {
    expect(shownStrength(0)).toBe(0);
    expect(shownStrength(4)).toBe(0.5);
    expect(shownStrength(-1)).toBe(0);
    expect(shownStrength(40)).toBeLessThan(1);
  });
});
