import type { Gravity } from './gravity.ts';

/** Working days within which a complaint should be solved, by gravity. */
export type SolveWithin = Readonly<Record<Gravity, number>>;

/** Seven days for a fault is what people expect of an answer that settles it; safety waits for nobody. */
export const usualSolveWithin: SolveWithin = { 1: 10, 2: 5, 3: 2, 4: 1 };

const DAY_MS = 86_400_000;

/** So many days from then on, Saturdays and Sundays (UTC) left out. */
export const addWorkingDays = (from: Date, days: number): Date => {
  let at = from.getTime();
  for (let left = days; left > 0; ) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
};
