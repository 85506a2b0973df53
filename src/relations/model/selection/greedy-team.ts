import type { Constraint } from './constraint.ts';
import { createCoverage } from './coverage.ts';
import { createLazyQueue } from './lazy-queue.ts';
import { byNode, type ReverseSets } from './reverse-sets.ts';
import { remainingBound } from './upper-bound.ts';
import { goOn, type Watch } from './watch.ts';

export type GreedyTeam = {
  readonly team: readonly number[];
  /** What each added when it was taken. */
  readonly gains: readonly number[];
  readonly covered: number;
  /** No team within the same constraint covers more than this. */
  readonly bound: number;
  readonly costs: number;
};

/**
 * Greedy choice over reverse-reachable sets. With a count, the best gain first: at least 1 - 1/e of the best
 * (Nemhauser, Wolsey, Fisher 1978). With costs, the best gain per hour first, compared with the best single member that
 * fits: at least (1 - 1/e) / 2 (Khuller, Moss, Naor 1999; Leskovec et al., KDD 2007). Pins come first; the budget is
 * never passed except by the pins alone. Members who add nothing are not taken.
 */
export const greedyTeam = (
  sets: ReverseSets,
  nodes: number,
  constraint: Constraint,
  watch: Watch = {},
  index = byNode(sets, nodes),
): GreedyTeam => {
  const { costs, budget, pins, candidates } = constraint;
  const costOf = (node: number): number => (costs ? (costs[node] as number) : 1);
  const pinned = startWith(pins, createCoverage(sets, nodes, index), costOf);
  const { coverage, team, gains } = pinned;
  const atStart = coverage.covered();
  let spent = pinned.spent;
  let bound = remainingBound(coverage, constraint, spent);
  const best = bestSingle(candidates, coverage.gains, costOf, budget - spent);
  const queue = createLazyQueue(candidates, (node) => (coverage.gains[node] as number) / costOf(node));
  for (let node = queue.next(); node >= 0; node = queue.next()) {
    goOn(watch);
    const gain = coverage.gains[node] as number;
    if (gain <= 1e-9) break;
    if (costs === null && spent >= budget) break;
    if (spent + costOf(node) > budget) continue;
    coverage.take(node);
    team.push(node);
    gains.push(gain);
    spent += costOf(node);
    // The bound costs a look at everybody: at 1, 2, 4... members and at the end is often enough.
    if ((team.length & (team.length - 1)) === 0)
      bound = Math.min(bound, remainingBound(coverage, constraint, pinned.spent));
  }
  bound = Math.min(bound, remainingBound(coverage, constraint, pinned.spent));
  if (best.node >= 0 && atStart + best.gain > coverage.covered())
    return {
      team: [...pins, best.node],
      gains: [...gains.slice(0, pins.length), best.gain],
      covered: atStart + best.gain,
      bound,
      costs: pinned.spent + costOf(best.node),
    };
  return { team, gains, covered: coverage.covered(), bound, costs: spent };
};

const startWith = (
  pins: Uint32Array,
  coverage: ReturnType<typeof createCoverage>,
  costOf: (node: number) => number,
) => {
  const team: number[] = [];
  const gains: number[] = [];
  let spent = 0;
  for (const pin of pins) {
    gains.push(Math.max(0, coverage.gains[pin] as number));
    coverage.take(pin);
    team.push(pin);
    spent += costOf(pin);
  }
  return { coverage, team, gains, spent };
};

const bestSingle = (
  candidates: Uint32Array,
  gains: Float64Array,
  costOf: (node: number) => number,
  budget: number,
): { readonly node: number; readonly gain: number } => {
  let node = -1;
  let gain = 0;
  for (const one of candidates)
    if ((gains[one] as number) > gain && costOf(one) <= budget) {
      node = one;
      gain = gains[one] as number;
    }
  return { node, gain };
};
