/**
 * Reverse-reachable sets: each stands for one person reached once, and lists those who may have reached them
 * (Borgs, Brautbar, Chayes, Lucier, SODA 2014). Set `s` has the members `members[offsets[s] .. offsets[s + 1] - 1]`.
 * A member reaches the person with `chances` beside it (null: surely); `weights` says what each set is worth (null: 1).
 */
export type ReverseSets = {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  readonly chances: Float32Array | null;
  readonly weights: Float64Array | null;
};

/** Sets that know whom each stands for. */
export type PeopleSets = ReverseSets & { readonly people: Uint32Array };

/** The same seen from the nodes: `sets[starts[v] ..]` are the sets that hold `v`, `chances` beside them. */
export type SetsByNode = {
  readonly starts: Uint32Array;
  readonly sets: Uint32Array;
  readonly chances: Float32Array | null;
};

/** Sets that `add` fills one by one; memory doubles when it is full. */
export type GrowingSets = {
  /** Sets so far, and members so far. */
  count: number;
  filled: number;
  offsets: Uint32Array;
  members: Uint32Array;
};

export const growingSets = (): GrowingSets => ({
  count: 0,
  filled: 0,
  offsets: new Uint32Array(1_024),
  members: new Uint32Array(8_192),
});

/** A view on what has been filled so far: later growth does not show in it. */
export const filledSets = (sets: GrowingSets): ReverseSets => ({
  count: sets.count,
  offsets: sets.offsets.subarray(0, sets.count + 1),
  members: sets.members.subarray(0, sets.filled),
  chances: null,
  weights: null,
});

/** O(members). */
export const byNode = (sets: ReverseSets, nodes: number): SetsByNode => {
  const starts = new Uint32Array(nodes + 1);
  const { members, offsets, chances } = sets;
  for (let at = 0; at < members.length; at++) {
    const after = (members[at] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let node = 0; node < nodes; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const next = starts.slice(0, nodes);
  const found = new Uint32Array(members.length);
  const beside = chances ? new Float32Array(members.length) : null;
  for (let set = 0; set < sets.count; set++) {
    const end = offsets[set + 1] as number;
    for (let at = offsets[set] as number; at < end; at++) {
      const member = members[at] as number;
      const slot = next[member] as number;
      next[member] = slot + 1;
      found[slot] = set;
      if (beside && chances) beside[slot] = chances[at] as number;
    }
  }
  return { starts, sets: found, chances: beside };
};

export const weightOf = (sets: ReverseSets, set: number): number =>
  sets.weights ? (sets.weights[set] as number) : 1;

/** What all the sets together are worth. */
export const totalWeight = (sets: ReverseSets): number =>
  sets.weights ? sets.weights.reduce((sum, weight) => sum + weight, 0) : sets.count;
