import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherTies } from '../ties/gather-ties.ts';
import { createEventColumns } from './event-columns.ts';
import { fitHalfLives } from './fit-half-lives.ts';
import { answerGraph, arcOf, splitTies, strengthGraph } from './split-ties.ts';

const DAY = 86_400_000;
const now = 1_000 * DAY;
/** Three people; the fourth place is ours. */
const PEOPLE = 3;
const US = 3;

type Row = readonly [from: number, to: number, daysAgo: number];
const eventsOf = (rows: readonly Row[]) => {
  const columns = createEventColumns();
  for (const [from, to, daysAgo] of rows)
    columns.add({ from, to, at: now - daysAgo * DAY, value: 1, channel: 0 });
  return columns.finish();
};
const tiesOf = (rows: readonly Row[]) =>
  splitTies(gatherTies({ ...eventsOf(rows), people: PEOPLE + 1, halfLifeDays: 7 }, now), PEOPLE);

describe('columns', () => {
  it('hold as many events as come', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => [index, index + 1, 0] as const);
    const columns = eventsOf(many);
    expect(columns.count).toBe(10_000);
    expect(columns.from[9_999]).toBe(9_999);
  });
});

describe('ties', () => {
  const rows: readonly Row[] = [
    [0, US, 7],
    [0, US, 0],
    [US, 0, 0],
    [0, 1, 7],
    [1, 0, 14],
    [2, 1, 0],
  ];

  it('with us are told apart from those among others, both ways', () => {
    const { ours, among } = tiesOf(rows);
    expect([...ours.inward]).toEqual([1.5, 0, 0]);
    expect([...ours.outward]).toEqual([1, 0, 0]);
    expect(ours.lastAt[0]).toBe(now);
    expect(ours.lastAt[1]).toBe(Number.NEGATIVE_INFINITY);
    expect([...among.a].map((a, tie) => [a, among.b[tie]])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('become a graph of strengths, and one of who answers whom', () => {
    const { among } = tiesOf(rows);
    const strengths = strengthGraph(PEOPLE, among);
    expect(strengths.weights?.[arcOf(strengths, 1, 0)]).toBe(0.75);
    expect(arcOf(strengths, 0, 2)).toBe(-1);
    const answers = answerGraph(PEOPLE, among);
    expect(answers.weights?.[arcOf(answers, 0, 1)]).toBe(0.5);
    expect(answers.weights?.[arcOf(answers, 1, 0)]).toBe(0.25);
    expect(arcOf(answers, 1, 2)).toBe(-1);
  });

  it('are the same in whatever order their events come', () => {
    const row = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(400));
    fc.assert(
      fc.property(fc.array(row), (all) => {
        expect(tiesOf([...all].reverse())).toEqual(tiesOf(all));
      }),
    );
  });
});

describe('half-lives', () => {
  it('are the usual ones where there is too little to fit', () => {
    expect(fitHalfLives(eventsOf([[0, 1, 3]]), ['bluesky', 'mail'])).toEqual([7, 30]);
  });
});
