import { expect, it } from 'vitest';
import { lastOfMonths } from './last-of-months.ts';

it('keeps the last day of each month, whatever the order, the newest month first', () => {
  const days = ['2026-10-31', '2026-11-02', '2026-10-01', '2026-11-01', '2025-12-31'];
  expect(lastOfMonths(days.map((day) => ({ day })))).toEqual([
    { day: '2026-11-02' },
    { day: '2026-10-31' },
    { day: '2025-12-31' },
  ]);
  expect(lastOfMonths([])).toEqual([]);
});
