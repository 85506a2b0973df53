import type { Gravity } from './gravity.ts';

/** Working days of the company within which a complaint should be solved, by gravity. */
export type SolveWithin = Readonly<Record<Gravity, number>>;

/** Seven days for a fault is what people expect of an answer that settles it; safety waits for nobody. */
export const usualSolveWithin: SolveWithin = { 1: 10, 2: 5, 3: 2, 4: 1 };
