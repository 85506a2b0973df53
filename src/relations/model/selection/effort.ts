/**
 * Hours that each node asks for: base * (1 + log2(1 + audience) / 10) * (1 - .5 * percentile of our tie with it).
 * Who has a larger audience gets more requests and answers fewer; whom we know already is half the work.
 */
export const effortOf = (
  audience: Float64Array,
  tiePercentiles: Float64Array | null,
  baseHours: number,
): Float64Array =>
  audience.map((followers, node) => {
    const heard = Math.log2(1 + (Number.isNaN(followers) ? 0 : Math.max(0, followers))) / 10;
    const tie = Math.min(1, Math.max(0, tiePercentiles?.[node] ?? 0));
    return baseHours * (1 + heard) * (1 - 0.5 * tie);
  });
