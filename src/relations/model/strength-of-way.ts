import { shownStrength } from './map/shown-strength.ts';

/**
 * How strong a way over several ties is, 0..1: the product of their strengths, since every step must hold. Of two ways with
 * the same weakest tie the one whose other ties are stronger goes first, and each step more makes a way weaker.
 */
export const strengthOfWay = (ties: readonly number[]): number =>
  ties.reduce((product, tie) => product * shownStrength(tie), 1);
