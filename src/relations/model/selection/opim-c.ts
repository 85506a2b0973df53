import type { Graph } from '../graph/graph.ts';
import { createRandom } from '../graph/random.ts';
import { withPairs } from './circle-pairs.ts';
import type { Constraint } from './constraint.ts';
import { type GreedyTeam, greedyTeam } from './greedy-team.ts';
import { type Chances, createReverseSampler, type ReverseSampler } from './reverse-sampler.ts';
import {
  filledSets,
  type GrowingSets,
  growingSets,
  type PeopleSets,
  type ReverseSets,
  weightOf,
} from './reverse-sets.ts';
import { goOn, type Watch } from './watch.ts';

export type SampledTeam = {
  readonly team: readonly number[];
  /** What each added, in people expected to be reached; falling. */
  readonly gains: readonly number[];
  /** At least this share of the best possible, with probability 1 - 1/nodes; 0 to 1. */
  readonly certificate: number;
  /** The half that chose; each set stands for its first member. */
  readonly sets: PeopleSets;
  /** True when memory ran out before the certificate was as good as asked for. */
  readonly cutShort: boolean;
};

type Goal = { readonly pairs: ReverseSets | null; readonly spread: number };
export type Sampling = Goal & { readonly epsilon: number; readonly seed: number };

/**
 * The certificate comes long before the choice stops getting better: sets are drawn until the last member still covers
 * so many of them, or they hold so many members, which takes some tenths of a second;
 * on small graphs so many for each node are enough.
 */
const FINE_GAIN = 400;
const FINE_MEMBERS = 1_200_000;

/** Members of reverse sets that one half may hold: 4 bytes each, 12 while they are indexed. */
const MOST_MEMBERS = 40_000_000;

/**
 * OPIM-C (Tang, Tang, Xiao, Yuan, SIGMOD 2018, algorithm 2): two independent stocks of reverse-reachable sets; a greedy
 * team on the first, judged on the second, half as large; both grow until the team is certainly within 1 - 1/e - epsilon of the best,
 * or memory is full, which the certificate says either way. Pairs of circles are known and not drawn; they take part in the
 * goal with the weight `spread`. Memory: at most two stocks of 40M members, under 1 GB.
 */
export const chooseBySampling = (
  graph: Graph,
  chances: Chances,
  constraint: Constraint,
  { epsilon, seed, pairs, spread }: Sampling,
  watch: Watch = {},
): SampledTeam => {
  const { nodes } = graph;
  const goal = { pairs, spread };
  const plan = planFor(nodes, constraint, epsilon);
  const halves = [2 * seed, 2 * seed + 1].map((own) => ({
    sets: growingSets(),
    draw: createReverseSampler(graph, chances, createRandom(own)),
  })) as [Half, Half];
  const [choosing, judging] = halves;
  for (let round = 1, wanted = plan.first; ; round++) {
    fill(choosing, wanted, watch);
    fill(judging, Math.ceil(wanted / 2), watch);
    const drawn = filledSets(choosing.sets);
    const chosen = greedyTeam(withPairs(drawn, pairs, spread), nodes, constraint, watch);
    const judged = judge(chosen, halves, nodes, goal, plan.doubt);
    watch.onProgress?.(Math.min(0.95, round / plan.rounds));
    const full = choosing.sets.filled * 2 > MOST_MEMBERS;
    // Where the limits leave a gap to the bound (hours for two or three people), more sets would not close it.
    const isCertain = judged.certificate >= Math.min(plan.target, judged.measured - epsilon);
    const isFine = (chosen.gains.at(-1) ?? Infinity) >= FINE_GAIN || choosing.sets.filled >= plan.fine;
    if ((isCertain && isFine) || round >= plan.rounds || full)
      return {
        team: chosen.team,
        gains: judged.gains,
        certificate: judged.certificate,
        sets: withRoots(drawn),
        cutShort: full && !isCertain,
      };
    wanted *= choosing.sets.filled * 8 < plan.fine ? 4 : 2;
  }
};

const withRoots = (sets: ReverseSets): PeopleSets => ({
  ...sets,
  people: Uint32Array.from(
    { length: sets.count },
    (_, set) => sets.members[sets.offsets[set] as number] as number,
  ),
});

type Half = { readonly sets: GrowingSets; readonly draw: ReverseSampler };

const fill = ({ sets, draw }: Half, wanted: number, watch: Watch): void => {
  while (sets.count < wanted) {
    if ((sets.count & 1_023) === 0) goOn(watch);
    draw(sets);
  }
};

const planFor = (nodes: number, { candidates, pins, costs, budget }: Constraint, epsilon: number) => {
  const cheapest = costs
    ? candidates.reduce((least, node) => Math.min(least, costs[node] as number), Infinity)
    : 1;
  const size = Math.max(
    1,
    Math.min(pins.length + Math.floor(budget / cheapest) || 1, pins.length + candidates.length),
  );
  const best = 1 - 1 / Math.E;
  const sure = Math.log(6 * nodes);
  const most = 2 * (best * Math.sqrt(sure) + Math.sqrt(best * (logChoices(nodes, size) + sure))) ** 2;
  // Rounds below this never suffice in practice, and each looks at every node.
  const first = Math.ceil(4 * most);
  const rounds = Math.max(1, Math.ceil(Math.log2(nodes / (epsilon * epsilon * size))) + 1);
  const fine = Math.min(FINE_MEMBERS, 400 * nodes);
  return { first, rounds, fine, target: best - epsilon, doubt: Math.log(3 * rounds * nodes) };
};

/** log of (all over some), by Stirling's series where it matters. */
const logChoices = (all: number, some: number): number => {
  let sum = 0;
  for (let one = 1; one <= Math.min(some, all - some); one++) sum += Math.log((all - one + 1) / one);
  return sum;
};

const judge = (
  chosen: GreedyTeam,
  halves: readonly [Half, Half],
  nodes: number,
  goal: Goal,
  doubt: number,
) => {
  const sets = filledSets(halves[1].sets);
  const gains = marginals(withPairs(sets, goal.pairs, goal.spread), nodes, chosen.team);
  const covered = gains.reduce((sum, gain) => sum + gain, 0);
  const least = (Math.sqrt(covered + (2 * doubt) / 9) - Math.sqrt(doubt / 2)) ** 2 - doubt / 18;
  const most = (Math.sqrt(chosen.bound + doubt / 2) + Math.sqrt(doubt / 2)) ** 2;
  const drawn = halves[0].sets.count;
  const certificate = most > 0 ? Math.max(0, Math.min(1, (least / most) * (drawn / sets.count))) : 0;
  const measured = chosen.bound > 0 ? (covered / chosen.bound) * (drawn / sets.count) : 0;
  return { measured, gains: chosen.gains.map((gain) => (gain * nodes) / drawn), certificate };
};

/** What each adds to those before: every set counts for the first of the team that stands in it. */
const marginals = (sets: ReverseSets, nodes: number, team: readonly number[]): number[] => {
  const turn = new Uint32Array(nodes).fill(team.length);
  for (const [at, node] of team.entries()) turn[node] = at;
  const gains = new Array<number>(team.length + 1).fill(0);
  for (let set = 0; set < sets.count; set++) {
    let first = team.length;
    const end = sets.offsets[set + 1] as number;
    for (let at = sets.offsets[set] as number; at < end; at++)
      first = Math.min(first, turn[sets.members[at] as number] as number);
    gains[first] = (gains[first] as number) + weightOf(sets, set);
  }
  return gains.slice(0, team.length);
};
