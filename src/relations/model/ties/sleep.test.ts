import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sleepOf, usualGap } from './sleep.ts';

const now = new Date('2026-03-11T08:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const state = (usualDays: number, days: number) => sleepOf({ usualDays, lastAt: ago(days) }, now).state;

describe('a tie falls asleep', () => {
  it('by its own rhythm', () => {
    expect([state(10, 15), state(10, 30), state(10, 80)]).toEqual(['awake', 'falling', 'asleep']);
    expect([state(30, 30), state(0.5, 5)]).toEqual(['awake', 'awake']);
  });

  it('never because a clock jumped back', () => {
    expect(sleepOf({ usualDays: 10, lastAt: ago(-400) }, now)).toMatchObject({
      silentDays: 0,
      state: 'awake',
    });
  });
});

describe('the usual gap', () => {
  it('is the median of the gaps between days of contact', () => {
    expect(usualGap([0, 1, 2, 12, 42].map(ago))).toBe(5.5);
    expect(usualGap([0, 7, 14, 80].map(ago))).toBe(7);
  });

  it('is unknown from few days, however many words were said in them', () => {
    expect(usualGap([])).toBeNull();
    expect(usualGap(Array.from({ length: 90 }, (_, index) => ago(index / 60)))).toBeNull();
  });

  it('does not care for order or repetition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 })), (days) => {
        const times = days.map(ago);
        expect(usualGap([...times.toReversed(), ...times])).toBe(usualGap(times));
      }),
    );
  });
});
