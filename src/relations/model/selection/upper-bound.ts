import type { Constraint } from './constraint.ts';
import type { Coverage } from './coverage.ts';

/**
 * What no team within the constraint can cover more than, seen from a team that covers `coverage.covered()`:
 * what is covered plus the best that could be added freely (online bound: Leskovec et al., KDD 2007; OPIM-C, section 5).
 * For costs, the best that the hours left after the pins could buy if members could be had in part (fractional knapsack).
 */
export const remainingBound = (coverage: Coverage, constraint: Constraint, pinned: number): number => {
  const { candidates, costs, budget } = constraint;
  const hours = Math.max(0, budget - pinned);
  const added = costs
    ? bestForHours(candidates, coverage.gains, costs, hours)
    : (coverage.whole ? sumOfHighestCounts : sumOfHighest)(candidates, coverage.gains, Math.floor(hours));
  return coverage.covered() + added;
};

/** The sum of the `count` highest gains that are whole numbers: how often each occurs, then from the top. */
const sumOfHighestCounts = (candidates: Uint32Array, gains: Float64Array, count: number): number => {
  let highest = 0;
  for (let at = 0; at < candidates.length; at++)
    highest = Math.max(highest, gains[candidates[at] as number] as number);
  const often = new Uint32Array(highest + 1);
  for (let at = 0; at < candidates.length; at++) {
    const gain = gains[candidates[at] as number] as number;
    often[gain] = (often[gain] as number) + 1;
  }
  let sum = 0;
  let left = count;
  for (let gain = highest; gain > 0 && left > 0; gain--) {
    const taken = Math.min(left, often[gain] as number);
    sum += taken * gain;
    left -= taken;
  }
  return sum;
};

/** The sum of the `count` highest gains: a small heap holds the highest seen, its root the lowest of them. */
const sumOfHighest = (candidates: Uint32Array, gains: Float64Array, count: number): number => {
  const heap = new Float64Array(Math.min(count, candidates.length));
  if (heap.length === 0) return 0;
  for (const node of candidates) {
    const gain = gains[node] as number;
    if (gain <= (heap[0] as number)) continue;
    heap[0] = gain;
    settle(heap);
  }
  return heap.reduce((sum, gain) => sum + gain, 0);
};

const settle = (heap: Float64Array): void => {
  let at = 0;
  const value = heap[0] as number;
  for (;;) {
    let least = 2 * at + 1;
    if (least >= heap.length) break;
    if (least + 1 < heap.length && (heap[least + 1] as number) < (heap[least] as number)) least++;
    if ((heap[least] as number) >= value) break;
    heap[at] = heap[least] as number;
    at = least;
  }
  heap[at] = value;
};

const bestForHours = (
  candidates: Uint32Array,
  gains: Float64Array,
  costs: Float64Array,
  hours: number,
): number => {
  const useful = candidates.filter((node) => (gains[node] as number) > 0 && (costs[node] as number) <= hours);
  const worth = Float64Array.from(useful, (node) => (gains[node] as number) / (costs[node] as number));
  const order = Uint32Array.from(useful.keys()).sort((a, b) => (worth[b] as number) - (worth[a] as number));
  let left = hours;
  let sum = 0;
  for (const at of order) {
    const node = useful[at] as number;
    const part = Math.min(1, left / (costs[node] as number));
    sum += part * (gains[node] as number);
    left -= costs[node] as number;
    if (left <= 0) break;
  }
  return sum;
};
