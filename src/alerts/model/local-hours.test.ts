import { describe, expect, it } from 'vitest';
import { isItalianHoliday } from '../../platform/time/italian-holidays.ts';
import { createLocalHours, hourOf } from './local-hours.ts';

const rome = createLocalHours('Europe/Rome');
const at = (instant: string) => rome(hourOf(new Date(instant)));

describe('the hours of a company', () => {
  it('are those of its clock, summer and winter', () => {
    expect(at('2026-01-05T08:00:00Z')).toMatchObject({ weekday: 0, hour: 9, day: 20260105 });
    expect(at('2026-07-06T08:00:00Z')).toMatchObject({ weekday: 0, hour: 10 });
    expect(at('2026-01-04T23:30:00Z')).toMatchObject({ weekday: 0, hour: 0, day: 20260105 });
  });

  it('have a night of 23 hours in March and one of 25 in October', () => {
    const hours = (day: string) =>
      Array.from({ length: 27 }, (_, i) => rome(hourOf(new Date(`${day}T00:00:00Z`)) - 2 + i))
        .filter(({ day: shown }) => String(shown) === day.replaceAll('-', ''))
        .map(({ hour }) => hour);
    expect(hours('2026-03-29')).toHaveLength(23);
    expect(hours('2026-03-29')).not.toContain(2);
    expect(hours('2026-10-25')).toHaveLength(25);
    expect(hours('2026-10-25').filter((hour) => hour === 2)).toHaveLength(2);
  });

  it('are right where zones are not whole hours away', () => {
    const kolkata = createLocalHours('Asia/Kolkata');
    expect(kolkata(hourOf(new Date('2026-01-05T18:00:00Z')))).toMatchObject({ hour: 23, day: 20260105 });
    expect(kolkata(hourOf(new Date('2026-01-05T19:00:00Z')))).toMatchObject({ hour: 0, day: 20260106 });
  });
});

describe('the holidays of Italy', () => {
  it.each([
    [2026, 4, 5],
    [2026, 4, 6],
    [2025, 4, 21],
    [2024, 4, 1],
    [2038, 4, 26],
    [2026, 12, 25],
    [2026, 8, 15],
  ])('are kept on %i-%i-%i', (year, month, day) => expect(isItalianHoliday(year, month, day)).toBe(true));

  it('leave the other days alone', () => {
    expect(isItalianHoliday(2026, 4, 7)).toBe(false);
    expect(isItalianHoliday(2025, 10, 4)).toBe(false);
    expect(isItalianHoliday(2026, 11, 22)).toBe(false);
  });
});
