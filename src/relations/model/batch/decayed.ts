const DAY_MS = 86_400_000;

/**
 * What an event is worth at `now`: its value, halved for each half-life since. One dated in the future, by a clock that jumped,
 * is worth what it is worth today. `halfLife` in days.
 */
export const decayed = (value: number, at: number, now: number, halfLife: number): number =>
  value * 2 ** (-Math.max(0, now - at) / (halfLife * DAY_MS));
