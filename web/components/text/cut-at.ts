/** UTF-16 offsets, the end left out. */
export type Span = readonly [start: number, end: number];

type Piece = {
  readonly start: number;
  readonly words: string;
  /** Which of the layers cover it, in their order. */
  readonly layers: readonly boolean[];
};

/**
 * Cuts a text wherever a span of some layer begins or ends. Spans may overlap and come in any order; those that do
 * not lie within the text are left out. The pieces in a row are the text again.
 */
export const cutAt = (text: string, layers: readonly (readonly Span[])[]): readonly Piece[] => {
  const within = layers.map((spans) =>
    spans.filter(([start, end]) => start >= 0 && start < end && end <= text.length),
  );
  const cuts = [...new Set([0, text.length, ...within.flat(2)])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    words: text.slice(start, cuts[index + 1]),
    layers: within.map((spans) => spans.some(([from, to]) => from <= start && start < to)),
  }));
};
