import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeskHours, usualHours } from './desk-hours.ts';
import { isItalianHoliday } from './italian-holidays.ts';
import { createWorkingTime } from './working-time.ts';
import { wallTimeOf } from './zoned.ts';

const rome = (hours: DeskHours = usualHours) => createWorkingTime(hours, 'Europe/Rome');
const plus = (start: string, minutes: number, hours?: DeskHours) =>
  rome(hours).add(new Date(start), minutes).toISOString();

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 4, maxLength: 4 })
  .map((cuts) => cuts.sort((one, other) => one - other).map((cut) => cut * 30))
  .map(([a = 0, b = 0, c = 0, d = 0]) => [
    { from: a, to: b },
    { from: c, to: d },
  ]);
const desks: fc.Arbitrary<DeskHours> = fc.record({
  week: fc
    .array(fc.oneof(spans, fc.constant([])), { minLength: 6, maxLength: 6 })
    .chain((days) => spans.map((always) => [always, ...days])),
  holidays: fc.boolean(),
  patronDay: fc.constantFrom(null, '06-24', '12-07'),
  closedDays: fc.constantFrom([], ['2026-08-17', '2026-08-18']),
});

describe('working time', () => {
  it('added and counted back is the same, whatever the hours of a desk and however clocks are moved', () => {
    fc.assert(
      fc.property(desks, instant, fc.integer({ min: 1, max: 5_000 }), (hours, at, minutes) => {
        const start = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const time = rome(hours);
        const end = time.add(start, minutes);
        expect(time.between(start, end)).toBe(minutes);
        expect(end.getTime()).toBeGreaterThan(start.getTime());
      }),
    );
  });

  it('never lets a deadline pass while nobody is there', () => {
    fc.assert(
      fc.property(desks, instant, fc.integer({ min: 1, max: 3_000 }), (hours, start, minutes) => {
        const wall = wallTimeOf(rome(hours).add(start, minutes), 'Europe/Rome');
        expect(hours.holidays && isItalianHoliday(wall.year, wall.month, wall.day)).toBe(false);
        const date = `${String(wall.month).padStart(2, '0')}-${String(wall.day).padStart(2, '0')}`;
        expect(date).not.toBe(hours.patronDay);
      }),
    );
  });

  it('is later, never sooner, for whoever is given more or begins later', () => {
    fc.assert(
      fc.property(desks, instant, fc.nat(3_000), fc.nat(3_000), (hours, start, less, more) => {
        const time = rome(hours);
        const later = new Date(start.getTime() + more * 60_000);
        expect(time.add(start, less + more).getTime()).toBeGreaterThanOrEqual(
          time.add(start, less).getTime(),
        );
        expect(time.add(later, less).getTime()).toBeGreaterThanOrEqual(time.add(start, less).getTime());
      }),
    );
  });

  it('skips nights, weekends, Easter Monday, the day of the patron saint and days off', () => {
    expect(plus('2026-03-02T08:00:00Z', 240)).toBe('2026-03-02T12:00:00.000Z');
    expect(plus('2026-03-02T16:30:00Z', 60)).toBe('2026-03-03T08:30:00.000Z');
    // Good Friday afternoon, then Easter: the next working day is Tuesday, and it is summer time.
    expect(plus('2026-04-03T15:30:00Z', 60)).toBe('2026-04-07T07:30:00.000Z');
    // Turin on Saint John's day, a Wednesday in 2026.
    expect(plus('2026-06-23T15:30:00Z', 60, { ...usualHours, patronDay: '06-24' })).toBe(
      '2026-06-25T07:30:00.000Z',
    );
    expect(plus('2026-08-14T15:30:00Z', 60, { ...usualHours, closedDays: ['2026-08-17'] })).toBe(
      '2026-08-18T07:30:00.000Z',
    );
  });

  it('counts the hour that comes twice twice, and the one that is skipped not at all', () => {
    const always: DeskHours = {
      week: Array.from({ length: 7 }, () => [{ from: 0, to: 1_440 }]),
      holidays: false,
      patronDay: null,
      closedDays: [],
    };
    const count = (from: string, to: string) => rome(always).between(new Date(from), new Date(to));
    expect(count('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23 * 60);
    expect(count('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25 * 60);
  });

  it('in days keeps the hour, skips closed days, and ends while somebody is there', () => {
    const days = (start: string, count: number, hours?: DeskHours) =>
      rome(hours).addDays(new Date(start), count).toISOString();
    // Thursday before Easter: Friday is the first day, then Saturday, Easter and its Monday do not count.
    expect(days('2026-04-02T08:00:00Z', 2)).toBe('2026-04-07T08:00:00.000Z');
    expect(days('2026-12-24T10:00:00Z', 1)).toBe('2026-12-28T10:00:00.000Z');
    expect(days('2026-06-23T09:00:00Z', 1, { ...usualHours, patronDay: '06-24' })).toBe(
      '2026-06-25T09:00:00.000Z',
    );
    // Late in the evening and in the night: when they close, when they open.
    expect(days('2026-03-02T22:00:00Z', 1)).toBe('2026-03-03T17:00:00.000Z');
    expect(days('2026-03-03T02:00:00Z', 1)).toBe('2026-03-04T08:00:00.000Z');
    expect(days('2026-03-03T12:30:00Z', 1)).toBe('2026-03-04T13:00:00.000Z');
    // The same hour on the wall, though clocks went forward in between.
    expect(days('2026-03-27T09:00:00Z', 1)).toBe('2026-03-30T08:00:00.000Z');
    fc.assert(
      fc.property(desks, instant, fc.integer({ min: 1, max: 30 }), (hours, start, count) => {
        const time = rome(hours);
        const end = time.addDays(start, count);
        expect(end.getTime()).toBeGreaterThan(start.getTime());
        expect(time.addDays(start, count + 1).getTime()).toBeGreaterThan(end.getTime());
        const wall = wallTimeOf(end, 'Europe/Rome');
        expect(hours.holidays && isItalianHoliday(wall.year, wall.month, wall.day)).toBe(false);
      }),
    );
  });

  it('of a desk that never opens is the time of every clock', () => {
    const never: DeskHours = { ...usualHours, week: [[], [], [], [], [], [], []] };
    expect(plus('2026-03-02T08:00:00Z', 60, never)).toBe('2026-03-02T09:00:00.000Z');
    expect(rome(never).addDays(new Date('2026-03-02T08:00:00Z'), 2).toISOString()).toBe(
      '2026-03-04T08:00:00.000Z',
    );
  });
});
