import type { Words } from '../../../channels/index.ts';

/** A judgement of a person: between zero and one, the figures that it rests on, and a sentence that says them. */
export type Judged<Evidence> = {
  readonly value: number;
  readonly evidence: Evidence;
  readonly says: Words;
};

/** Between 0 and 1; what is no number counts for nothing. */
export const unit = (value: number): number => (value > 0 ? Math.min(1, value) : 0);

/**
 * A share that few cases cannot push to its ends: (hits + strength * prior) / (cases + strength), the mean of a Beta
 * posterior. `prior`: what is usual; `strength`: how many cases that is worth.
 */
export const shrunken = (hits: number, cases: number, prior: number, strength: number): number =>
  unit((hits + strength * prior) / (cases + strength));
