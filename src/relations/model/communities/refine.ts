import type { Random } from '../graph/random.ts';
import type { Level } from './level.ts';
import { clearPulls, createPulls, gatherPullsWithin, type Pulls } from './pulls.ts';
import { shuffled } from './shuffled.ts';

/** How far a merge may be from the best one, in units of the mean tie's weight (Traag's theta). */
const randomness = 0.01;

/** Chances below e^-40 never come up: not worth an exponential. */
const hopeless = -40;

/**
 * Leiden's second phase (Traag et al. 2019, algorithm A.2, MergeNodesSubset): every community is taken apart into
 * single nodes, which merge again within it, each into a group that it is tied to and that loses nothing by it, at
 * random among these, the better the likelier. A group therefore always hangs together.
 * `inward` (as `moveNodes` left it) is used up. Returns the group of each node, numbered 0..count-1.
 */
export const refine = (
  level: Level,
  community: Uint32Array,
  inward: Float64Array,
  resolution: number,
  random: Random,
): { readonly group: Uint32Array; readonly count: number } => {
  const { nodes, strength } = level;
  const perStrength = level.total > 0 ? resolution / level.total : 0;
  const meanWeight = level.total / Math.max(1, level.targets.length);
  const communityWeight = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const own = community[node] as number;
    communityWeight[own] = (communityWeight[own] as number) + (strength[node] as number);
  }
  const groups = singleGroups(level, inward);
  const pulls = createPulls(nodes);
  const chances = new Float64Array(nodes);
  const order = shuffled(nodes, random);
  for (let index = 0; index < nodes; index += 1) {
    const node = order[index] as number;
    if (groups.shared[node] === 1) continue;
    const heft = strength[node] as number;
    const whole = communityWeight[community[node] as number] as number;
    if (!holdsWell(groups.outward[node] as number, heft, whole, perStrength)) continue;
    const nears = gatherPullsWithin(level, node, community, groups.group, pulls);
    const chosen = choose(groups, pulls, nears, chances, {
      heft,
      whole,
      perStrength,
      scale: meanWeight * randomness,
      random,
    });
    if (chosen >= 0) merge(groups, node, chosen, heft, pulls.of[chosen] as number);
    clearPulls(pulls, nears);
  }
  return numbered(groups.group);
};

type Groups = {
  readonly group: Uint32Array;
  readonly weight: Float64Array;
  /** By group: the weight of its ties to the rest of its community. */
  readonly outward: Float64Array;
  /** By node: 1 when it no longer is alone in its group. */
  readonly shared: Uint8Array;
};

const singleGroups = (level: Level, inward: Float64Array): Groups => ({
  group: Uint32Array.from(level.strength.keys()),
  weight: level.strength.slice(),
  outward: inward,
  shared: new Uint8Array(level.nodes),
});

/** Whether a part is tied to the rest of its community at least as much as chance would tie it. */
const holdsWell = (outward: number, weight: number, whole: number, perStrength: number): boolean =>
  outward >= perStrength * weight * (whole - weight);

type Choice = {
  readonly heft: number;
  readonly whole: number;
  readonly perStrength: number;
  readonly scale: number;
  readonly random: Random;
};

/** The group to merge into, drawn with probability exp(gain / scale); -1 when there is none. */
const choose = (
  groups: Groups,
  pulls: Pulls,
  nears: number,
  chances: Float64Array,
  choice: Choice,
): number => {
  const { heft, whole, perStrength, scale, random } = choice;
  let best = -1;
  for (let index = 0; index < nears; index += 1) {
    const there = pulls.near[index] as number;
    const weight = groups.weight[there] as number;
    const gain = (pulls.of[there] as number) - perStrength * heft * weight;
    const open = gain >= 0 && holdsWell(groups.outward[there] as number, weight, whole, perStrength);
    chances[index] = open ? gain : -1;
    if (open && gain > best) best = gain;
  }
  if (best < 0) return -1;
  let sum = 0;
  for (let index = 0; index < nears; index += 1) {
    const gain = chances[index] as number;
    const lag = gain < 0 ? hopeless : (gain - best) / scale;
    const chance = lag <= hopeless ? 0 : Math.exp(lag);
    chances[index] = chance;
    sum += chance;
  }
  let left = random.next() * sum;
  let last = -1;
  for (let index = 0; index < nears; index += 1) {
    if (chances[index] === 0) continue;
    last = pulls.near[index] as number;
    left -= chances[index] as number;
    if (left < 0) break;
  }
  return last;
};

const merge = (groups: Groups, node: number, into: number, heft: number, pull: number): void => {
  const { group, weight, outward, shared } = groups;
  const own = outward[node] as number;
  group[node] = into;
  weight[into] = (weight[into] as number) + heft;
  outward[into] = (outward[into] as number) + own - 2 * pull;
  shared[node] = 1;
  shared[into] = 1;
};

const numbered = (group: Uint32Array): { readonly group: Uint32Array; readonly count: number } => {
  const number = new Uint32Array(group.length);
  let count = 0;
  for (let node = 0; node < group.length; node += 1) {
    const own = group[node] as number;
    if (number[own] === 0) number[own] = ++count;
    group[node] = (number[own] as number) - 1;
  }
  return { group, count };
};
