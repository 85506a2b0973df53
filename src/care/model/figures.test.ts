import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from './case.ts';
import type { Recorded } from './case-event.ts';
import { byMonth, figuresBy, figuresOf } from './figures.ts';
import { anyHistory } from './histories.fixture.ts';

/** The same figures from the flat events, one question at a time, without the case in between. */
const recount = (histories: readonly (readonly Recorded[])[]) => {
  const moves = new Set([
    'reported',
    'acknowledged',
    'understood',
    'offered',
    'resolved',
    'confirmed',
    'reopened',
    'closed',
    'found-unfounded',
    'handed-over',
    'undone',
    'restored',
  ]);
  const lastMove = (history: readonly Recorded[]) =>
    history.findLast(({ event }) => moves.has(event.kind))?.event.kind;
  const has = (history: readonly Recorded[], ...kinds: string[]) =>
    history.some(({ event }) => kinds.includes(event.kind));
  const firstAt = (history: readonly Recorded[], ...kinds: string[]) =>
    Math.min(...history.filter(({ event }) => kinds.includes(event.kind)).map(({ at }) => at.getTime()));
  const counted = histories.filter((history) => lastMove(history) !== 'undone');
  const founded = counted.filter((history) => lastMove(history) !== 'found-unfounded');
  const hours = (history: readonly Recorded[], ...kinds: string[]) =>
    (firstAt(history, ...kinds) - firstAt(history, 'reported')) / 3_600_000;
  return {
    complaints: counted.length,
    undone: histories.length - counted.length,
    unfounded: counted.length - founded.length,
    answered: counted.filter((history) => has(history, 'acknowledged', 'answered')).length,
    answerHours: counted
      .filter((history) => has(history, 'acknowledged', 'answered'))
      .map((history) => hours(history, 'acknowledged', 'answered')),
    solved: founded.filter((history) => ['resolved', 'confirmed'].includes(lastMove(history) ?? '')).length,
    solveHours: founded
      .filter((history) => has(history, 'resolved'))
      .map((history) => hours(history, 'resolved')),
    reopened: founded.filter((history) => has(history, 'reopened')).length,
    praised: founded.filter((history) => has(history, 'praised')).length,
    confirmed: founded.filter((history) => lastMove(history) === 'confirmed').length,
    everSolved: founded.filter((history) => has(history, 'resolved')).length,
    atFirstContact: founded.filter((history) => {
      const at = history.findIndex(({ event }) => event.kind === 'resolved');
      const before = history.slice(0, at).filter(({ event }) => isAnswer(event.kind));
      return at >= 0 && before.length <= 1 && !has(history, 'reopened');
    }).length,
    endedOnce: founded.filter((history) =>
      has(history, 'resolved', 'closed', 'found-unfounded', 'handed-over', 'reopened'),
    ).length,
    cost: founded
      .flat()
      .reduce((sum, { event }) => sum + (event.kind === 'offered' ? event.costCents : 0), 0),
  };
};

const isAnswer = (kind: string): boolean => kind === 'acknowledged' || kind === 'answered';

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

describe('the figures', () => {
  it('are those of a plain recount of the events', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 25 }), (histories) => {
        const recorded = histories.map((one) => one.recorded);
        const figures = figuresOf(recorded.map(foldCase), 1_000);
        const plain = recount(recorded);
        expect(figures).toMatchObject({
          complaints: plain.complaints,
          undone: plain.undone,
          unfounded: plain.unfounded,
          costCents: plain.cost,
        });
        expect(figures.answered.count).toBe(plain.answered);
        expect(figures.solved.count).toBe(plain.solved);
        expect(figures.reopened.count).toBe(plain.reopened);
        expect(figures.praised).toMatchObject({ count: plain.praised, of: plain.endedOnce });
        expect(figures.reopened.of).toBe(plain.endedOnce);
        expect(figures.confirmed).toMatchObject({ count: plain.confirmed, of: plain.solved });
        expect(figures.atFirstContact).toMatchObject({ count: plain.atFirstContact, of: plain.everSolved });
        expect(figures.rate).toMatchObject({ count: plain.complaints, of: 1_000 });
        expect(figures.answerTimes.median).toBe(median(plain.answerHours));
        expect(figures.solveTimes.median).toBe(median(plain.solveHours));
      }),
    );
  });

  it('do not know that something was ever opened by mistake, but for how many', () => {
    fc.assert(
      fc.property(
        fc.array(anyHistory, { maxLength: 10 }),
        fc.array(anyHistory, { maxLength: 5 }),
        (some, wrong) => {
          const cases = some.map(({ one }) => ({ ...one, state: 'resolved' as const }));
          const undone = wrong.map(({ one }) => ({ ...one, state: 'undone' as const }));
          const figures = figuresOf([...cases, ...undone], 500);
          expect(figures).toEqual({ ...figuresOf(cases, 500), undone: undone.length });
        },
      ),
    );
  });

  it('add up over channels and over months', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 25 }), (histories) => {
        const cases = histories.map(({ one }) => one);
        const whole = figuresOf(cases, 0).complaints;
        const groups = figuresBy(cases, ({ channel }) => channel);
        expect(groups.reduce((sum, { complaints }) => sum + complaints, 0)).toBe(whole);
        for (const { ofAll, complaints } of groups)
          expect(ofAll).toMatchObject({ count: complaints, of: whole });
        const period = { from: new Date('2026-01-01'), to: new Date('2026-12-31') };
        const months = byMonth(cases, period);
        expect(months.flatMap((month) => month.cases)).toHaveLength(cases.length);
        expect(months).toHaveLength(12);
      }),
    );
  });
});
