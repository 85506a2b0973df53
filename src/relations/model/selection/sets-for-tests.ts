import fc from 'fast-check';
import type { ReverseSets } from './reverse-sets.ts';
import { createPacker } from './set-packer.ts';

/** Nodes of the sets below: few enough that every team can be tried. */
export const nodes = 8;

const anyMembers = fc.uniqueArray(fc.nat(nodes - 1), { maxLength: 5 });

const packedFrom = (rows: readonly (readonly [readonly number[], number, number])[]): ReverseSets => {
  const packer = createPacker();
  for (const [members, chance, weight] of rows) {
    for (const member of members) packer.add(member, chance);
    packer.close(0, weight);
  }
  return packer.packed();
};

const soft = fc
  .array(
    fc.tuple(
      anyMembers,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
    ),
    { maxLength: 12 },
  )
  .map(packedFrom);
const hard = fc
  .array(anyMembers, { maxLength: 14 })
  .map((rows) => ({ ...packedFrom(rows.map((members) => [members, 1, 1])), chances: null, weights: null }));

/** Sets of both sorts: surely or by chance, of one worth or of several. */
export const anySets: fc.Arbitrary<ReverseSets> = fc.oneof(soft, hard);

/** The definition, word by word. */
export const coveredBy = (sets: ReverseSets, team: readonly number[]): number => {
  let covered = 0;
  for (let set = 0; set < sets.count; set++) {
    let open = 1;
    for (let at = sets.offsets[set] as number; at < (sets.offsets[set + 1] as number); at++)
      if (team.includes(sets.members[at] as number)) open *= 1 - (sets.chances?.[at] ?? 1);
    covered += (sets.weights?.[set] ?? 1) * (1 - open);
  }
  return covered;
};

/** Every team within a limit that holds the pins. */
export const allTeams = (
  candidates: readonly number[],
  pins: readonly number[],
  isAllowed: (team: readonly number[]) => boolean,
): number[][] =>
  Array.from({ length: 2 ** candidates.length }, (_, bits) => [
    ...pins,
    ...candidates.filter((_, at) => (bits >> at) & 1),
  ]).filter((team) => team.length === pins.length || isAllowed(team));
