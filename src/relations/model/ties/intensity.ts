/**
 * Directed intensity with lazy decay. Definition: x <- x * 2^(-(t - t') / h) + v for an event of value v at time t, h the
 * half-life; that is x(T) = sum of v_i * 2^(-(T - t_i) / h). Source: GRAPH.md, definition 1.
 *
 * Kept as the sum at a reference time, each term rounded to a multiple of 2^-32: such numbers add up to the same in any
 * order, to the last bit, while the sum is under 2^21. So events may come late, shuffled or again from the beginning. An
 * event is gone after some 32 half-lives.
 */
export type Intensity = {
  readonly sum: number;
  /** Milliseconds since 1970. */
  readonly reference: number;
};

/** What is added: `at` in milliseconds since 1970. */
export type TieEvent = { readonly at: number; readonly value: number };

const GRAIN = 2 ** 32;
export const DAY = 86_400_000;

export const noIntensity = (reference: number): Intensity => ({ sum: 0, reference });

/**
 * With one event more, in O(1). A time after `now` counts as `now`: the clock of whoever sent it runs ahead. What is no
 * number, or not above zero, adds nothing.
 */
export const absorb = (
  { sum, reference }: Intensity,
  { at, value }: TieEvent,
  halfLifeDays: number,
  now: number,
): Intensity => ({ sum: sum + grains(value, Math.min(at, now), reference, halfLifeDays), reference });

/** What one event adds to a sum at `reference`: a multiple of 2^-32. */
export const grains = (value: number, at: number, reference: number, halfLifeDays: number): number => {
  const worth = value * 2 ** ((at - reference) / (halfLifeDays * DAY)) * GRAIN;
  return worth > 0 && worth < Number.MAX_SAFE_INTEGER ? Math.round(worth) / GRAIN : 0;
};

/** x at `now`. */
export const intensityAt = ({ sum, reference }: Intensity, halfLifeDays: number, now: number): number =>
  sum * 2 ** (-(now - reference) / (halfLifeDays * DAY));

/** s = x_ab + x_ba. */
export const strengthOf = (ab: number, ba: number): number => ab + ba;

/**
 * r = 2 min(x_ab, x_ba) / (x_ab + x_ba): 0 one way only, 1 as much one way as the other; 0 where there is nothing. Shown
 * beside the strength, never multiplied into it: that would undo every tie that goes one way.
 */
export const reciprocityOf = (ab: number, ba: number): number =>
  ab + ba > 0 ? (2 * Math.min(ab, ba)) / (ab + ba) : 0;

/** -1..1: what was lost (below zero) or gained between two strengths, as a share of the greater. */
export const trendOf = (before: number, now: number): number => {
  const greater = Math.max(before, now);
  return greater > 0 ? (now - before) / greater : 0;
};
