import { byNode, type ReverseSets, type SetsByNode, weightOf } from './reverse-sets.ts';

/**
 * How much of the sets a growing team covers: sum over sets of weight * (1 - product over the team of (1 - chance)).
 * Monotone and submodular. `gains[v]` is always exactly what `v` would add now; taking somebody costs the size of the
 * sets that she is in, so a whole greedy run costs at most the size of all the sets.
 */
export type Coverage = {
  readonly gains: Float64Array;
  /** Gains are whole numbers: every set is worth 1 and every member reaches surely. */
  readonly whole: boolean;
  /** What is covered so far. */
  covered(): number;
  take(node: number): void;
};

export const createCoverage = (sets: ReverseSets, nodes: number, index = byNode(sets, nodes)): Coverage => {
  const gains = firstGains(sets, nodes, index);
  const missing = new Float32Array(sets.count).fill(1);
  let covered = 0;
  const pay = (set: number, lost: number): void => {
    const { offsets, members, chances } = sets;
    const end = offsets[set + 1] as number;
    for (let at = offsets[set] as number; at < end; at++) {
      const member = members[at] as number;
      gains[member] = (gains[member] as number) - (chances ? lost * (chances[at] as number) : lost);
    }
    covered += lost;
  };
  return {
    gains,
    whole: sets.weights === null && sets.chances === null,
    covered: () => covered,
    take: (node) => {
      const end = index.starts[node + 1] as number;
      for (let slot = index.starts[node] as number; slot < end; slot++) {
        const set = index.sets[slot] as number;
        const before = missing[set] as number;
        if (before === 0) continue;
        const after = index.chances ? before * (1 - (index.chances[slot] as number)) : 0;
        missing[set] = after;
        // The difference of what was really stored: rounding to 32 bits must not make gains drift.
        pay(set, weightOf(sets, set) * (before - (missing[set] as number)));
      }
    },
  };
};

const firstGains = (sets: ReverseSets, nodes: number, index: SetsByNode): Float64Array => {
  const gains = new Float64Array(nodes);
  const { starts, chances } = index;
  for (let node = 0; node < nodes; node++) {
    const end = starts[node + 1] as number;
    if (!chances && !sets.weights) {
      gains[node] = end - (starts[node] as number);
      continue;
    }
    let sum = 0;
    for (let slot = starts[node] as number; slot < end; slot++)
      sum += weightOf(sets, index.sets[slot] as number) * (chances ? (chances[slot] as number) : 1);
    gains[node] = sum;
  }
  return gains;
};

/** What a given team covers. O(sets of the team). */
export const coverageOf = (sets: ReverseSets, index: SetsByNode, team: Iterable<number>): number => {
  const missing = new Map<number, number>();
  for (const node of team)
    for (let slot = index.starts[node] as number; slot < (index.starts[node + 1] as number); slot++) {
      const set = index.sets[slot] as number;
      missing.set(set, (missing.get(set) ?? 1) * (1 - (index.chances ? (index.chances[slot] as number) : 1)));
    }
  let covered = 0;
  for (const [set, left] of missing) covered += weightOf(sets, set) * (1 - left);
  return covered;
};
