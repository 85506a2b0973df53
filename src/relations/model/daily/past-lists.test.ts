import { describe, expect, it } from 'vitest';
import { dayAgo, daysAgo, noHistory, TODAY } from './candidate.fixture.ts';
import type { Choice } from './history.ts';
import { reasonWeights } from './reason-weights.ts';
import { whatBecameOf } from './yesterday.ts';

const shown = (contactId: string, days = 1) => ({ day: dayAgo(days), contactId, reason: 'asleep' as const });
const chose = (contactId: string, state: Choice['state'], days = 1): Choice => ({
  ...shown(contactId, days),
  state,
  at: daysAgo(days),
});

describe('what became of yesterday’s list', () => {
  it('tells what was done, what happened by itself, what was left, and what was put off', () => {
    const history = {
      shown: ['done', 'met', 'left', 'later', 'never'].map((name) => shown(name)),
      choices: [chose('done', 'done'), chose('later', 'later'), chose('never', 'never')],
      contacted: [{ contactId: 'met', at: daysAgo(0.9) }],
    };
    expect(whatBecameOf(history, TODAY).map(({ outcome }) => outcome)).toEqual([
      'done',
      'answered',
      'nothing',
      'later',
      'never',
    ]);
  });

  it('is the last list that was looked at, however long ago, and not today’s', () => {
    const history = { ...noHistory, shown: [shown('old', 9), shown('friday', 3), shown('today', 0)] };
    expect(whatBecameOf(history, TODAY).map(({ contactId }) => contactId)).toEqual(['friday']);
    expect(whatBecameOf(noHistory, TODAY)).toEqual([]);
  });
});

describe('what a company makes of reasons', () => {
  const days = Array.from({ length: 20 }, (_, index) => index + 1);

  it('is one where nothing is known, and moves little on little evidence', () => {
    expect(Object.values(reasonWeights(noHistory, TODAY)).every((weight) => weight === 1)).toBe(true);
    const once = reasonWeights({ ...noHistory, shown: [shown('a')] }, TODAY);
    expect(once.asleep).toBeGreaterThan(0.75);
    expect(once.asleep).toBeLessThan(1);
  });

  it('rises for what is done and sinks for what is left, without touching the other reasons', () => {
    const lists = days.map((day) => shown(`p${day}`, day));
    const left = reasonWeights({ ...noHistory, shown: lists }, TODAY);
    const done = days.map((day) => chose(`p${day}`, 'done', day));
    const kept = reasonWeights({ ...noHistory, shown: lists, choices: done }, TODAY);
    expect(left.asleep).toBeLessThan(0.3);
    expect(kept.asleep).toBeGreaterThan(1.6);
    expect([left.bridge, kept.bridge]).toEqual([1, 1]);
  });

  it('forgets with time, and does not judge the day that is not over', () => {
    const old = days.map((day) => shown(`p${day}`, day + 400));
    expect(reasonWeights({ ...noHistory, shown: old }, TODAY).asleep).toBeGreaterThan(0.95);
    expect(reasonWeights({ ...noHistory, shown: [shown('a', 0)] }, TODAY).asleep).toBe(1);
  });
});
