import type { Level } from './level.ts';

/** How strongly a node is drawn to each group around it: filled and emptied again for one node after the other. */
export type Pulls = {
  /** By group: the weight of the node's ties into it; zero for every group that is not in `near`. */
  readonly of: Float64Array;
  readonly near: Uint32Array;
};

export const createPulls = (groups: number): Pulls => ({
  of: new Float64Array(groups),
  near: new Uint32Array(groups),
});

/** Sums a node's ties by the group of their other end. Returns how many groups lie near it. */
export const gatherPulls = (level: Level, node: number, group: Uint32Array, pulls: Pulls): number => {
  const { targets, weights } = level;
  const { of, near } = pulls;
  const to = level.offsets[node + 1] as number;
  let nears = 0;
  // Two loops: the test inside one would be made for every tie.
  if (weights === null)
    for (let at = level.offsets[node] as number; at < to; at += 1) {
      const there = group[targets[at] as number] as number;
      const before = of[there] as number;
      if (before === 0) near[nears++] = there;
      of[there] = before + 1;
    }
  else
    for (let at = level.offsets[node] as number; at < to; at += 1) {
      const there = group[targets[at] as number] as number;
      const before = of[there] as number;
      if (before === 0) near[nears++] = there;
      of[there] = before + (weights[at] as number);
    }
  return nears;
};

/** The same within one community only: ties that leave it do not count. */
export const gatherPullsWithin = (
  level: Level,
  node: number,
  community: Uint32Array,
  group: Uint32Array,
  pulls: Pulls,
): number => {
  const { targets, weights } = level;
  const { of, near } = pulls;
  const own = community[node] as number;
  const to = level.offsets[node + 1] as number;
  let nears = 0;
  for (let at = level.offsets[node] as number; at < to; at += 1) {
    const other = targets[at] as number;
    if (community[other] !== own) continue;
    const there = group[other] as number;
    const before = of[there] as number;
    if (before === 0) near[nears++] = there;
    of[there] = before + (weights === null ? 1 : (weights[at] as number));
  }
  return nears;
};

export const clearPulls = (pulls: Pulls, nears: number): void => {
  for (let index = 0; index < nears; index += 1) pulls.of[pulls.near[index] as number] = 0;
};
