import { describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import type { Web } from '../map/web.ts';
import { findDoors } from './find-doors.ts';
import { findIntroducers } from './find-introducers.ts';
import { findOpenings } from './find-openings.ts';
import { findOurWeakTies } from './find-our-weak-ties.ts';
import { storeOpenings } from './openings.ts';

type Tie = readonly [a: number, b: number, strength?: number];

const webOf = (
  nodes: number,
  ties: readonly Tie[],
  circleOf: readonly number[],
  ours: Readonly<Record<number, number>>,
): Web => ({
  graph: buildGraph({
    nodes,
    from: Uint32Array.from(ties, ([a]) => a),
    to: Uint32Array.from(ties, ([, b]) => b),
    weight: Float64Array.from(ties, ([, , strength = 1]) => strength),
    directed: false,
  }),
  circleOf: Int32Array.from(circleOf),
  circles: circleOf.reduce((most, circle) => Math.max(most, circle), -1) + 1,
  ours: Float64Array.from({ length: nodes }, (_, node) => ours[node] ?? 0),
});

/** 0 to 2 are one circle, 3 to 14 another of twelve; 0 knows three of those, 1 knows one. */
const circles = [0, 0, 0, ...new Array<number>(12).fill(1)];
const ties: readonly Tie[] = [
  [0, 1],
  [1, 2],
  [0, 2],
  [0, 3],
  [0, 4],
  [0, 5],
  [1, 6],
  ...Array.from({ length: 11 }, (_, at): Tie => [3 + at, 4 + at]),
];

describe('a bridge to a circle that we lack', () => {
  it('is somebody of ours who knows more of it than we do', () => {
    const web = webOf(15, ties, circles, { 0: 4, 1: 4 });
    expect(findDoors(web, 5)).toEqual([{ person: 0, circle: 1, size: 12, weKnow: 0, theyKnow: 3 }]);
  });

  it('is none where we know more than a tenth of the circle, nor through whom we have no tie with', () => {
    expect(findDoors(webOf(15, ties, circles, { 0: 4, 10: 1, 11: 1 }), 5)).toEqual([]);
    expect(findDoors(webOf(15, ties, circles, { 1: 4 }), 5)).toEqual([]);
  });

  it('comes first where our own tie is stronger, among those who open as much', () => {
    const web = webOf(15, [...ties, [2, 8], [2, 9], [2, 10]], circles, { 0: 1, 2: 6 });
    expect(findDoors(web, 5).map(({ person }) => person)).toEqual([2, 0]);
  });
});

describe('an introduction that is ripe', () => {
  const web = webOf(
    4,
    [
      [0, 1, 6],
      [0, 2, 9],
      [3, 2, 9],
    ],
    [-1, -1, -1, -1],
    { 0: 8, 3: 1 },
  );

  it('goes through somebody close to the one whom they know best of those who never spoke with us', () => {
    expect(findIntroducers(web, Uint32Array.of(5, 0, 0, 2), 5)).toEqual([
      { person: 0, other: 2, ours: 8, theirs: 9 },
    ]);
    expect(findIntroducers(web, Uint32Array.of(5, 0, 1, 2), 5)).toEqual([
      { person: 0, other: 1, ours: 8, theirs: 6 },
    ]);
  });

  it('is none where one of the two ties is light', () => {
    const light = webOf(2, [[0, 1, 1]], [-1, -1], { 0: 8 });
    expect(findIntroducers(light, Uint32Array.of(3, 0), 5)).toEqual([]);
  });
});

describe('a weak tie of ours', () => {
  /** 0, 1 and 2 are ours; 2 is the only one of its circle, and speaks more with others than with us. */
  const web = webOf(
    6,
    [
      [2, 3, 5],
      [2, 4, 5],
      [3, 4, 5],
      [0, 1, 5],
    ],
    [0, 0, 1, 1, 1, -1],
    { 0: 9, 1: 8, 2: 2 },
  );
  const sure = Float64Array.of(0.9, 0.9, 0.9, 0.9, 0.9, 0.9);

  it('is worth nurturing when it is light, joins us to others, and they are credible', () => {
    expect(findOurWeakTies(web, sure, 5)).toEqual([{ person: 2, circle: 1, overlap: 0, joining: 1 }]);
  });

  it('is not when nothing is known of their credibility', () => {
    expect(findOurWeakTies(web, new Float64Array(6).fill(Number.NaN), 5)).toEqual([]);
  });

  it('is looked for in time around one who is tied to everybody', () => {
    const many = 150_000;
    const star = webOf(
      many,
      Array.from({ length: many - 1 }, (_, at): Tie => [0, at + 1]),
      new Array<number>(many).fill(0),
      { 0: 0.5, 1: 9, 2: 9 },
    );
    expect(findOurWeakTies(star, new Float64Array(many).fill(1), 5).map(({ person }) => person)).toEqual([0]);
  });
});

describe('what could be opened', () => {
  it('is found in no web, and in a web without us, as nothing', () => {
    const nothing = { doors: [], introducers: [], meetings: [], weakTies: [] };
    expect(findOpenings(webOf(0, [], [], {}), new Uint32Array(0), new Float64Array(0))).toEqual(nothing);
    expect(findOpenings(webOf(15, ties, circles, {}), new Uint32Array(15), new Float64Array(15))).toEqual(
      nothing,
    );
  });

  it('asks first who is closer to us, of two who should meet', () => {
    const web = webOf(
      3,
      [
        [0, 2],
        [1, 2],
      ],
      [0, 0, 0],
      { 0: 1, 1: 5 },
    );
    expect(findOpenings(web, Uint32Array.of(1, 1, 0), new Float64Array(3)).meetings).toEqual([
      { person: 1, other: 0, common: 1 },
    ]);
  });

  it('is kept by ids, without the circles that are not kept', () => {
    const web = webOf(15, ties, circles, { 0: 4, 1: 4 });
    const found = findOpenings(web, new Uint32Array(15), new Float64Array(15));
    const ids = Array.from({ length: 15 }, (_, place) => `p${place}`);
    expect(storeOpenings(found, ids, ['a', 'b']).doors).toEqual([
      { contactId: 'p0', circleId: 'b', size: 12, weKnow: 0, theyKnow: 3 },
    ]);
    expect(storeOpenings(found, ids, ['a', null]).doors).toEqual([]);
  });
});
