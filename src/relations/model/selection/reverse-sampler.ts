import type { Graph } from '../graph/graph.ts';
import type { Random } from '../graph/random.ts';
import type { GrowingSets } from './reverse-sets.ts';

/**
 * With what chance each tie carries something from who is heard to who listens, in the independent cascade model
 * (Kempe, Kleinberg, Tardos, KDD 2003). `even`: each node hears `decay` of what reaches it in all, in even parts
 * (weighted cascade with decay); `byTie`: one chance per tie, each row from the highest to the lowest, with its targets.
 */
export type Chances =
  | { readonly kind: 'even'; readonly decay: number }
  | { readonly kind: 'byTie'; readonly targets: Uint32Array; readonly chances: Float32Array };

/** Appends the reverse-reachable set of a node drawn at random. */
export type ReverseSampler = (sets: GrowingSets) => void;

/**
 * Reverse-reachable sets with subset sampling: from each node reached, jumps of geometric length pass over the ties
 * that carry nothing, so a node costs what it adds and not its degree (SUBSIM: Guo, Wang, Wei, Chen, SIGMOD 2020,
 * algorithm 3 for even chances; for rows in falling order the chance at the last stop bounds all that follow).
 */
export const createReverseSampler = (graph: Graph, chances: Chances, random: Random): ReverseSampler => {
  const seen = new Uint32Array(graph.nodes);
  let round = 0;
  const spread =
    chances.kind === 'even' ? evenly(graph, chances.decay, random) : byTie(graph, chances, random);
  return (sets) => {
    round++;
    if (round === 0xffffffff) {
      seen.fill(0);
      round = 1;
    }
    const begin = sets.filled;
    const root = random.below(graph.nodes);
    seen[root] = round;
    push(sets, root);
    for (let at = begin; at < sets.filled; at++) spread(sets.members[at] as number, sets, seen, round);
    closeSet(sets);
  };
};

type Spread = (node: number, sets: GrowingSets, seen: Uint32Array, round: number) => void;

const evenly = (graph: Graph, decay: number, random: Random): Spread => {
  const { nodes, offsets, targets } = graph;
  // 1 / log(1 - chance); 0 where everything passes.
  const scale = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const chance = decay / ((offsets[node + 1] as number) - (offsets[node] as number));
    scale[node] = chance >= 1 ? 0 : 1 / Math.log1p(-chance);
  }
  // However many ties a node has, it passes nothing on with at least this chance: then nothing needs to be looked up.
  const surelyNone = 1 - decay;
  return (node, sets, seen, round) => {
    let drawn = (random.below(WORDS) + 1) / WORDS;
    if (drawn <= surelyNone) return;
    const end = offsets[node + 1] as number;
    const step = scale[node] as number;
    let at = offsets[node] as number;
    while (at < end) {
      if (step !== 0) {
        const jump = Math.log(drawn) * step;
        if (jump >= end - at) return;
        at += jump | 0;
        drawn = (random.below(WORDS) + 1) / WORDS;
      }
      const heard = targets[at++] as number;
      if (seen[heard] === round) continue;
      seen[heard] = round;
      push(sets, heard);
    }
  };
};

/** Draws of one machine word are fine enough here. */
const WORDS = 2 ** 32;

const byTie = (
  graph: Graph,
  { targets, chances }: Extract<Chances, { kind: 'byTie' }>,
  random: Random,
): Spread => {
  const { offsets } = graph;
  return (node, sets, seen, round) => {
    const end = offsets[node + 1] as number;
    for (let at = offsets[node] as number; at < end; at++) {
      const highest = chances[at] as number;
      if (highest <= 0) return;
      if (highest < 1) at += Math.floor(Math.log(1 - random.next()) / Math.log1p(-highest));
      if (at >= end) return;
      const chance = chances[at] as number;
      if (chance < highest && random.next() * highest >= chance) continue;
      const heard = targets[at] as number;
      if (seen[heard] === round) continue;
      seen[heard] = round;
      push(sets, heard);
    }
  };
};

const push = (sets: GrowingSets, node: number): void => {
  if (sets.filled === sets.members.length) sets.members = doubled(sets.members);
  sets.members[sets.filled++] = node;
};

const closeSet = (sets: GrowingSets): void => {
  if (sets.count + 2 > sets.offsets.length) sets.offsets = doubled(sets.offsets);
  sets.offsets[++sets.count] = sets.filled;
};

const doubled = (full: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
};
