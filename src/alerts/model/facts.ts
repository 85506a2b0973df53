/** The figures of a story, as they are kept: no names and no words of anybody. */
export type AlertFacts = {
  /** Mentions counted since it began, and how many of them have what was looked for (all, for a spike). */
  readonly heard: number;
  readonly marked: number;
  /** What would have been usual in the same time: the middle, and where eight cases of ten lie. For shares: mentions that have the mark. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** How often chance alone would bring as much; null where nothing was computed (`reach`, `phrase`, shifts). */
  readonly chance: number | null;
  /** The usual share, 0 to 1, of a shift; else null. */
  readonly usualShare: number | null;
  /** Hours of the window in which it was noticed; 0 where there is none. */
  readonly windowHours: number;
  /** The mention that began it, where it was one: `reach` and `phrase`. */
  readonly mentionId: string | null;
};
