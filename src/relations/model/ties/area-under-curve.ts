/**
 * How well a score tells two groups apart: the chance that one drawn from `positives` scores above one drawn from
 * `negatives`, a draw counting half. Definition: AUC = U / (P N), U of Mann and Whitney (Ann. Math. Stat. 18, 1947) with
 * ties; .5 says nothing. Null where a group is empty. Sorts both arrays in place.
 */
export const areaUnderCurve = (positives: Float64Array, negatives: Float64Array): number | null => {
  if (positives.length === 0 || negatives.length === 0) return null;
  positives.sort();
  negatives.sort();
  let [below, upTo, sum] = [0, 0, 0];
  for (const score of positives) {
    while (below < negatives.length && (negatives[below] ?? 0) < score) below += 1;
    if (upTo < below) upTo = below;
    while (upTo < negatives.length && (negatives[upTo] ?? 0) <= score) upTo += 1;
    sum += (below + upTo) / 2;
  }
  return sum / positives.length / negatives.length;
};
