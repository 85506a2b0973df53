import type { Random } from '../graph/random.ts';
import type { Level } from './level.ts';
import { createPulls, gatherPulls, type Pulls } from './pulls.ts';
import { shuffled } from './shuffled.ts';

/**
 * Leiden's first phase (Traag, Waltman, van Eck, "From Louvain to Leiden", Scientific Reports 9:5233, 2019, algorithm
 * A.2): each node in turn goes to the neighbouring community, or to an empty one, that raises modularity most; only
 * nodes whose surroundings have changed are looked at again. `community` (ids below `level.nodes`) changes in place;
 * `inward` receives the weight of each node's ties into the community where it ends. Returns how many moves were made.
 */
export const moveNodes = (
  level: Level,
  community: Uint32Array,
  inward: Float64Array,
  resolution: number,
  random: Random,
): number => {
  const { nodes, offsets, targets, weights, strength } = level;
  const perStrength = level.total > 0 ? resolution / level.total : 0;
  const sizes = sizesOf(level, community);
  const pulls = createPulls(nodes);
  const queue = shuffled(nodes, random);
  const waiting = new Uint8Array(nodes).fill(1);
  let moves = 0;
  let head = 0;
  for (let left = nodes; left > 0; left -= 1) {
    const node = queue[head] as number;
    head = head + 1 === nodes ? 0 : head + 1;
    waiting[node] = 0;
    const from = offsets[node] as number;
    const to = offsets[node + 1] as number;
    if (from === to) continue;
    const own = community[node] as number;
    const heft = strength[node] as number;
    const best = bestFor(level, node, community, inward, pulls, sizes, heft * perStrength);
    if (best === own) continue;
    move(sizes, own, best, heft);
    community[node] = best;
    moves += 1;
    for (let at = from; at < to; at += 1) {
      const neighbour = targets[at] as number;
      if (community[neighbour] === best)
        inward[neighbour] = (inward[neighbour] as number) + (weights === null ? 1 : (weights[at] as number));
      else if (waiting[neighbour] === 0) {
        waiting[neighbour] = 1;
        const tail = head + left - 1;
        queue[tail >= nodes ? tail - nodes : tail] = neighbour;
        left += 1;
      }
    }
  }
  return moves;
};

type Sizes = {
  readonly weight: Float64Array;
  readonly members: Uint32Array;
  /** A stack of the ids that nobody uses, and its height. */
  readonly empty: Uint32Array;
  empties: number;
};

const sizesOf = (level: Level, community: Uint32Array): Sizes => {
  const { nodes, strength } = level;
  const weight = new Float64Array(nodes);
  const members = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const own = community[node] as number;
    weight[own] = (weight[own] as number) + (strength[node] as number);
    members[own] = (members[own] as number) + 1;
  }
  const empty = new Uint32Array(nodes);
  let empties = 0;
  for (let id = nodes - 1; id >= 0; id -= 1) if (members[id] === 0) empty[empties++] = id;
  return { weight, members, empty, empties };
};

/** Smaller gains than this share of what is weighed up are rounding, and could go round in circles. */
const rounding = 1e-12;

const bestFor = (
  level: Level,
  node: number,
  community: Uint32Array,
  inward: Float64Array,
  pulls: Pulls,
  sizes: Sizes,
  push: number,
): number => {
  const nears = gatherPulls(level, node, community, pulls);
  const own = community[node] as number;
  const { weight } = sizes;
  const heft = level.strength[node] as number;
  const least = (heft + push * level.total) * rounding;
  let best = own;
  let bestPull = pulls.of[own] as number;
  let bestGain = bestPull - push * ((weight[own] as number) - heft);
  for (let index = 0; index < nears; index += 1) {
    const there = pulls.near[index] as number;
    const pull = pulls.of[there] as number;
    const gain = pull - push * (weight[there] as number);
    pulls.of[there] = 0;
    if (there === own || gain <= bestGain + least) continue;
    bestGain = gain;
    bestPull = pull;
    best = there;
  }
  const leaves = bestGain < -least && (sizes.members[own] as number) > 1;
  inward[node] = leaves ? 0 : bestPull;
  return leaves ? (sizes.empty[sizes.empties - 1] as number) : best;
};

const move = (sizes: Sizes, from: number, to: number, heft: number): void => {
  const { weight, members } = sizes;
  if (members[to] === 0) sizes.empties -= 1;
  weight[to] = (weight[to] as number) + heft;
  members[to] = (members[to] as number) + 1;
  members[from] = (members[from] as number) - 1;
  weight[from] = members[from] === 0 ? 0 : (weight[from] as number) - heft;
  if (members[from] === 0) sizes.empty[sizes.empties++] = from;
};
