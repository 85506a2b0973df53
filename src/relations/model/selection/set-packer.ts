import type { ReverseSets } from './reverse-sets.ts';

/** Collects weighted sets whose members reach by chance: `add` the members of a set, then `close` it with its weight. */
export type SetPacker = {
  readonly add: (node: number, chance: number) => void;
  /** A set without members is not kept. */
  readonly close: (weight: number) => void;
  readonly packed: () => ReverseSets;
};

export const createPacker = (): SetPacker => {
  let members = new Uint32Array(4_096);
  let chances = new Float32Array(4_096);
  let filled = 0;
  const offsets = [0];
  const weights: number[] = [];
  return {
    add: (node, chance) => {
      if (filled === members.length) {
        members = copied(members, new Uint32Array(2 * filled));
        chances = copied(chances, new Float32Array(2 * filled));
      }
      members[filled] = node;
      chances[filled++] = chance;
    },
    close: (weight) => {
      if (filled === offsets[offsets.length - 1]) return;
      offsets.push(filled);
      weights.push(weight);
    },
    packed: () => ({
      count: weights.length,
      offsets: Uint32Array.from(offsets),
      members: members.slice(0, filled),
      chances: chances.slice(0, filled),
      weights: Float64Array.from(weights),
    }),
  };
};

const copied = <List extends Uint32Array | Float32Array>(from: List, to: List): List => {
  to.set(from);
  return to;
};
