import type { Oriented } from './oriented.ts';
import { openKernel } from './triangle-kernel.ts';

/** What the triangles over each tie add up to; beside `Oriented.heads`. */
export type TriangleSums = {
  /** How many people both ends are tied with. */
  readonly common: Uint32Array;
  /** Over those: a_iq a_qj / s_q (without weights 1 / k_q), the inner sum of Burt's constraint, the same from both ends. */
  readonly through: Float64Array;
  /** Over those: a_iq a_jq, for the effective size with weights; null without. */
  readonly products: Float64Array | null;
  /** Only in a room of the kernel, for it. */
  readonly marks?: Uint32Array;
};

/** The sums over the triangles whose middle rank is in [begin, end): what one thread does of the whole. */
export const triangleSums = (oriented: Oriented, begin: number, end: number, part = 0): TriangleSums => {
  const sums = emptySums(oriented, part);
  sumTriangles(oriented, sums, begin, end);
  return sums;
};

/** Zeros to add to, in the room of thread `part` where the graph has one. */
export const emptySums = (oriented: Oriented, part: number): TriangleSums => {
  const { ties, weights } = oriented;
  const room = oriented.rooms[part];
  if (room) for (const array of [room.marks, room.common, room.through]) array.fill(0);
  return room
    ? { ...room, products: null }
    : {
        common: new Uint32Array(ties),
        through: new Float64Array(ties),
        products: weights && new Float64Array(ties),
      };
};

/**
 * Adds to `sums` every triangle whose middle rank is in [begin, end): u < v < w, found from v, whose higher neighbours w
 * are marked, by walking what follows v in the row of each lower neighbour u. Of the ways to list triangles over an
 * orientation by degree this one tests the fewest pairs: sum of d+(d+ - 1) / 2 over the nodes (Ortmann and Brandes,
 * "Triangle Listing Algorithms: Back from the Diversion", ALENEX 2014).
 */
export const sumTriangles = (oriented: Oriented, sums: TriangleSums, begin: number, end: number): void => {
  const { memory } = oriented;
  const { marks } = sums;
  if (memory && marks) openKernel(memory)({ ...oriented, ...sums, marks }, begin, end);
  else if (oriented.weights) sumWeighted(oriented, sums, begin, end);
  else sumUnweighted(oriented, sums, begin, end);
};

const sumUnweighted = (oriented: Oriented, sums: TriangleSums, begin: number, end: number): void => {
  const { nodes, offsets, heads, lowerOffsets, lower, lowerTies, shares } = oriented;
  const { common, through } = sums;
  const marks = new Int32Array(nodes).fill(-1);
  for (let v = begin; v < end; v++) {
    const first = offsets[v] as number;
    const last = offsets[v + 1] as number;
    const until = lowerOffsets[v + 1] as number;
    if (first === last) continue;
    for (let tie = first; tie < last; tie++) marks[heads[tie] as number] = tie;
    const shareV = shares[v] as number;
    for (let place = lowerOffsets[v] as number; place < until; place++) {
      const u = lower[place] as number;
      const uv = lowerTies[place] as number;
      const rowEnd = offsets[u + 1] as number;
      const shareU = shares[u] as number;
      let count = 0;
      let sum = 0;
      for (let uw = uv + 1; uw < rowEnd; uw++) {
        const w = heads[uw] as number;
        const vw = marks[w] as number;
        // A mark left by an earlier v is below this row.
        if (vw < first) continue;
        count += 1;
        sum += shares[w] as number;
        common[uw] = (common[uw] as number) + 1;
        through[uw] = (through[uw] as number) + shareV;
        common[vw] = (common[vw] as number) + 1;
        through[vw] = (through[vw] as number) + shareU;
      }
      common[uv] = (common[uv] as number) + count;
      through[uv] = (through[uv] as number) + sum;
    }
  }
};

const sumWeighted = (oriented: Oriented, sums: TriangleSums, begin: number, end: number): void => {
  const { nodes, offsets, heads, lowerOffsets, lower, lowerTies, shares } = oriented;
  const { common, through } = sums;
  const weights = oriented.weights as Float64Array;
  const products = sums.products as Float64Array;
  const marks = new Int32Array(nodes).fill(-1);
  const add = (tie: number, product: number, share: number): void => {
    common[tie] = (common[tie] as number) + 1;
    products[tie] = (products[tie] as number) + product;
    through[tie] = (through[tie] as number) + product * share;
  };
  for (let v = begin; v < end; v++) {
    const first = offsets[v] as number;
    const last = offsets[v + 1] as number;
    const until = lowerOffsets[v + 1] as number;
    if (first === last) continue;
    for (let tie = first; tie < last; tie++) marks[heads[tie] as number] = tie;
    for (let place = lowerOffsets[v] as number; place < until; place++) {
      const u = lower[place] as number;
      const uv = lowerTies[place] as number;
      const rowEnd = offsets[u + 1] as number;
      const weightUv = weights[uv] as number;
      for (let uw = uv + 1; uw < rowEnd; uw++) {
        const w = heads[uw] as number;
        const vw = marks[w] as number;
        if (vw < first) continue;
        const weightUw = weights[uw] as number;
        const weightVw = weights[vw] as number;
        add(uv, weightUw * weightVw, shares[w] as number);
        add(uw, weightUv * weightVw, shares[v] as number);
        add(vw, weightUv * weightUw, shares[u] as number);
      }
    }
  }
};

/** Adds the sums that another worker made of its own part. */
export const joinSums = (into: TriangleSums, other: TriangleSums): void => {
  for (let tie = 0; tie < into.common.length; tie++) {
    into.common[tie] = (into.common[tie] as number) + (other.common[tie] as number);
    into.through[tie] = (into.through[tie] as number) + (other.through[tie] as number);
  }
  if (!into.products || !other.products) return;
  for (let tie = 0; tie < into.products.length; tie++)
    into.products[tie] = (into.products[tie] as number) + (other.products[tie] as number);
};

/** Bounds of `parts` ranges of ranks with about the same work each, first 0 and last `nodes`. */
export const splitWork = (oriented: Oriented, parts: number): readonly number[] => {
  const work = workByRank(oriented);
  const total = work.reduce((sum, one) => sum + one, 0);
  const bounds = [0];
  let done = 0;
  for (let rank = 0; rank < oriented.nodes && bounds.length < parts; rank++) {
    done += work[rank] as number;
    if (done >= (total * bounds.length) / parts) bounds.push(rank + 1);
  }
  while (bounds.length <= parts) bounds.push(oriented.nodes);
  return bounds;
};

/** How many pairs the pass over all ranks tests. */
export const triangleWork = (oriented: Oriented): number => {
  let pairs = 0;
  for (let rank = 0; rank < oriented.nodes; rank++) {
    const length = (oriented.offsets[rank + 1] as number) - (oriented.offsets[rank] as number);
    pairs += (length * (length - 1)) / 2;
  }
  return pairs;
};

/** Pairs tested from each middle rank. */
const workByRank = (oriented: Oriented): Float64Array => {
  const { nodes, offsets, heads } = oriented;
  const work = new Float64Array(nodes);
  for (let rank = 0; rank < nodes; rank++) {
    const end = offsets[rank + 1] as number;
    for (let tie = offsets[rank] as number; tie < end; tie++) {
      const middle = heads[tie] as number;
      // Ranks without a row of their own are passed over.
      if (offsets[middle] !== offsets[middle + 1]) work[middle] = (work[middle] as number) + (end - tie);
    }
  }
  return work;
};
