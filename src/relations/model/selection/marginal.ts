import type { Evidence } from './explain-team.ts';
import type { Choice } from './prepare-choice.ts';
import { type PeopleSets, type SetsByNode, weightOf } from './reverse-sets.ts';

/**
 * Of the sets of a member: for how many different people they stand, and for how many of them no other member stands in
 * any set of theirs among these. Only what was seen counts, not what may come (habit) where chances are below one.
 */
export const reachedAlone = (
  sets: PeopleSets,
  index: SetsByNode,
  node: number,
  members: ReadonlySet<number>,
): { readonly people: number; readonly alone: number } => {
  const shared = new Map<number, boolean>();
  const end = index.starts[node + 1] as number;
  for (let slot = index.starts[node] as number; slot < end; slot++) {
    const set = index.sets[slot] as number;
    const person = sets.people[set] as number;
    if (index.chances && (index.chances[slot] as number) < 1) continue;
    if (members.has(person) && sets.weights) continue;
    shared.set(person, (shared.get(person) ?? false) || hasOther(sets, set, node, members));
  }
  let alone = 0;
  for (const isShared of shared.values()) alone += isShared ? 0 : 1;
  return { people: shared.size, alone };
};

const hasOther = (sets: PeopleSets, set: number, node: number, members: ReadonlySet<number>): boolean => {
  for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number); at++) {
    const member = sets.members[at] as number;
    if (member !== node && members.has(member)) return true;
  }
  return false;
};

/** The candidate outside the team who would cover most in the place of `node`, without costing more. */
export const substituteFor = (
  { constraint, efforts }: Choice,
  evidence: Evidence,
  node: number,
  members: ReadonlySet<number>,
): { readonly node: number; readonly loss: number } | null => {
  const { back, lost } = without(evidence, node, members);
  const most = constraint.costs ? (efforts[node] as number) : Infinity;
  let best = -1;
  let bestGain = 0;
  for (const other of constraint.candidates) {
    if (members.has(other) || (efforts[other] as number) > most) continue;
    const gain = (evidence.gains[other] as number) + (back.get(other) ?? 0);
    if (gain > bestGain) {
      best = other;
      bestGain = gain;
    }
  }
  if (best < 0 || evidence.covered <= 0) return null;
  return { node: best, loss: Math.max(0, (lost - bestGain) / evidence.covered) };
};

/** What the team covers less without `node`, and what of it each other node would give back. */
const without = ({ sets, index }: Evidence, node: number, members: ReadonlySet<number>) => {
  const back = new Map<number, number>();
  let lost = 0;
  const end = index.starts[node + 1] as number;
  for (let slot = index.starts[node] as number; slot < end; slot++) {
    const set = index.sets[slot] as number;
    const own = index.chances ? (index.chances[slot] as number) : 1;
    const open = openWithout(sets, set, node, members) * own * weightOf(sets, set);
    if (open === 0) continue;
    lost += open;
    for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number); at++) {
      const member = sets.members[at] as number;
      const chance = sets.chances ? (sets.chances[at] as number) : 1;
      if (!members.has(member)) back.set(member, (back.get(member) ?? 0) + open * chance);
    }
  }
  return { back, lost };
};

/** How much of a set the others of the team leave open. */
const openWithout = (sets: PeopleSets, set: number, node: number, members: ReadonlySet<number>): number => {
  let open = 1;
  for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number) && open > 0; at++) {
    const member = sets.members[at] as number;
    if (member !== node && members.has(member)) open *= 1 - (sets.chances ? (sets.chances[at] as number) : 1);
  }
  return open;
};
