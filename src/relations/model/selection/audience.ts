import type { Graph } from '../graph/graph.ts';

/** How many listen to each node: whose rows it stands in. */
export const listenersOf = (graph: Graph): Float64Array => {
  const counts = new Float64Array(graph.nodes);
  for (const heard of graph.targets) counts[heard] = (counts[heard] as number) + 1;
  return counts;
};

/** Audiences from `from` to `to`, both included. */
export type ReachBand = { readonly from: number; readonly to: number };

/**
 * The audiences at two percentiles of those whose audience is known (NaN is not), between neighbours in a straight line,
 * as R's type 7. Null when nobody's is known, or all are the same so that no middle can be told.
 */
export const reachBand = (
  audience: Float64Array,
  percentiles: { readonly from: number; readonly to: number },
): ReachBand | null => {
  const known = audience.filter((followers) => !Number.isNaN(followers)).sort();
  if (known.length === 0 || known[0] === known[known.length - 1]) return null;
  return { from: percentile(known, percentiles.from), to: percentile(known, percentiles.to) };
};

const percentile = (sorted: Float64Array, percent: number): number => {
  const place = (Math.min(100, Math.max(0, percent)) / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
};

export const isInBand = (followers: number, band: ReachBand | null): boolean =>
  band === null || (followers >= band.from && followers <= band.to);
