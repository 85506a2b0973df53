/** Start and end in UTF-16 units of the original text. */
export type Span = readonly [start: number, end: number];

/** Sorted, without overlaps. */
export const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
};
