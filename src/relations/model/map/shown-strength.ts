/** A tie of this strength is shown half full: about four answers of these days. */
const HALF = 4;

/** Strength as it is shown, 0 to 1: nothing is 0, four fresh answers are a half, and it never quite fills. */
export const shownStrength = (strength: number): number => 1 - 2 ** (-Math.max(0, strength) / HALF);
