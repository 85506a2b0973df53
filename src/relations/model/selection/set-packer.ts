import type { PeopleSets } from './reverse-sets.ts';

/** Collects weighted sets whose members reach by chance: `add` the members of a set, then `close` it with its weight. */
export type SetPacker = {
  readonly add: (node: number, chance: number) => void;
  /** Ends the set of `person`. A set without members is not kept. */
  readonly close: (person: number, weight: number) => void;
  /** The mean weight of the sets so far; 1 when there are none. */
  readonly meanWeight: () => number;
  readonly packed: () => PeopleSets;
};

export const createPacker = (): SetPacker => {
  let members = new Uint32Array(4_096);
  let chances = new Float32Array(4_096);
  let filled = 0;
  const offsets = [0];
  const weights: number[] = [];
  const people: number[] = [];
  return {
    add: (node, chance) => {
      if (filled === members.length) {
        members = copied(members, new Uint32Array(2 * filled));
        chances = copied(chances, new Float32Array(2 * filled));
      }
      members[filled] = node;
      chances[filled++] = chance;
    },
    close: (person, weight) => {
      if (filled === offsets[offsets.length - 1]) return;
      offsets.push(filled);
      weights.push(weight);
      people.push(person);
    },
    meanWeight: () =>
      weights.length > 0 ? weights.reduce((sum, weight) => sum + weight, 0) / weights.length : 1,
    packed: () => ({
      count: weights.length,
      offsets: Uint32Array.from(offsets),
      members: members.slice(0, filled),
      chances: chances.slice(0, filled),
      weights: Float64Array.from(weights),
      people: Uint32Array.from(people),
    }),
  };
};

const copied = <List extends Uint32Array | Float32Array>(from: List, to: List): List => {
  to.set(from);
  return to;
};
