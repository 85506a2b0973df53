/**
 * Where each value stands among all, 0..1: the share below it plus half of the share equal to it (mid-rank), so that the
 * mean is one half and equal values are equal. A value that is null or no number stands in the middle: nothing is known.
 */
export const percentilesOf = (values: readonly (number | null)[]): readonly number[] => {
  const sorted = Float64Array.from(values.filter(isKnown)).sort();
  return values.map((value) => (isKnown(value) ? percentileAmong(sorted, value) : 0.5));
};

/** Where `value` stands among `sorted` (ascending), 0..1 by mid-rank; one half where there is nothing to compare with. */
export const percentileAmong = (sorted: Float64Array, value: number): number =>
  sorted.length === 0
    ? 0.5
    : (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2 / sorted.length;

const isKnown = (value: number | null): value is number => value !== null && !Number.isNaN(value);

/** How many are under `value` (or at it, if `orAt`), by halving. */
const countBelow = (sorted: Float64Array, value: number, orAt: boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle] ?? 0;
    if (other < value || (orAt && other === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};
