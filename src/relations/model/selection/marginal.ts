import type { Evidence } from './evidence.ts';
import type { Choice } from './prepare-choice.ts';
import { type PeopleSets, type ReverseSets, type SetsByNode, weightOf } from './reverse-sets.ts';

/** Members of a set who are less sure than this were not seen (see observed-sets and habit-sets). */
const SEEN = 0.6;

/**
 * How many a member reaches, and how many of them no other member does. Seen sets are gathered by the person they stand
 * for, and only what was seen right after her counts, not credit passed on nor what may come. Sampled sets stand for so
 * many people each, whoever they were drawn from.
 */
export const reachedAlone = (
  sets: PeopleSets,
  index: SetsByNode,
  node: number,
  members: ReadonlySet<number>,
): { readonly people: number; readonly alone: number } => {
  const isSeen = sets.weights !== null;
  const shared = new Map<number, boolean>();
  const end = index.starts[node + 1] as number;
  for (let slot = index.starts[node] as number; slot < end; slot++) {
    const set = index.sets[slot] as number;
    const person = isSeen ? (sets.people[set] as number) : set;
    if (index.chances && (index.chances[slot] as number) < SEEN) continue;
    if (isSeen && members.has(person)) continue;
    shared.set(person, (shared.get(person) ?? false) || hasOther(sets, set, node, members));
  }
  let alone = 0;
  for (const isShared of shared.values()) alone += isShared ? 0 : 1;
  const each = isSeen ? 1 : (index.starts.length - 1) / sets.count;
  return { people: shared.size * each, alone: alone * each };
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
const openWithout = (sets: ReverseSets, set: number, node: number, members: ReadonlySet<number>): number => {
  let open = 1;
  for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number) && open > 0; at++) {
    const member = sets.members[at] as number;
    if (member !== node && members.has(member)) open *= 1 - (sets.chances ? (sets.chances[at] as number) : 1);
  }
  return open;
};
