import { createRow, type Neighbourhood, type NeighbourRow } from '../graph/neighbours.ts';

/** As in `PersonScores`, of one person. */
export type EgoScores = {
  readonly degree: number;
  readonly constraint: number;
  readonly effectiveSize: number;
  readonly clustering: number;
  /** Of the tie with each neighbour; beside `neighbours`. */
  readonly neighbours: Uint32Array;
  readonly overlap: Float32Array;
};

/**
 * Exact scores of single persons, asked when they are needed, without a batch: time in proportion to the ties of the
 * person's ties. Works on a graph that grows as on one that stands still. Keeps 4 bytes a node between questions.
 */
export const createEgoScorer = (around: Neighbourhood): ((node: number) => EgoScores) => {
  /** Place among the neighbours of the person asked for, + 1. */
  let places = new Uint32Array(1024);
  const own = createRow();
  const theirs = createRow();
  return (node) => {
    if (places.length < around.nodes()) places = new Uint32Array(around.nodes() * 2);
    const count = node < around.nodes() ? around.read(node, own) : 0;
    for (let place = 0; place < count; place++) places[own.targets[place] as number] = place + 1;
    const sums = sumsAround(around, own, count, theirs, places);
    for (let place = 0; place < count; place++) places[own.targets[place] as number] = 0;
    return {
      ...scoresOf(sums, own, count, around.weighted),
      neighbours: own.targets.slice(0, count),
      overlap: Float32Array.from({ length: count }, (_, place) => overlapAt(sums, place, count)),
    };
  };
};

type Sums = {
  /** By neighbour j: sum over q of a_iq a_qj / s_q. */
  readonly through: Float64Array;
  readonly common: Uint32Array;
  readonly degrees: Uint32Array;
  /** Over neighbours j and q: a_iq a_jq / max_j. */
  readonly redundant: number;
};

const sumsAround = (
  around: Neighbourhood,
  own: NeighbourRow,
  count: number,
  theirs: NeighbourRow,
  places: Uint32Array,
): Sums => {
  const through = new Float64Array(count);
  const common = new Uint32Array(count);
  const degrees = new Uint32Array(count);
  let redundant = 0;
  for (let q = 0; q < count; q++) {
    const ties = around.read(own.targets[q] as number, theirs);
    let [sum, strongest, closed] = [0, 0, 0];
    for (let tie = 0; tie < ties; tie++) {
      const weight = theirs.weights[tie] as number;
      sum += weight;
      if (weight > strongest) strongest = weight;
    }
    const share = (own.weights[q] as number) / sum;
    for (let tie = 0; tie < ties; tie++) {
      const j = (places[theirs.targets[tie] as number] as number) - 1;
      if (j < 0) continue;
      const weight = theirs.weights[tie] as number;
      through[j] = (through[j] as number) + share * weight;
      common[j] = (common[j] as number) + 1;
      closed += weight * (own.weights[j] as number);
    }
    degrees[q] = ties;
    redundant += closed / strongest;
  }
  return { through, common, degrees, redundant };
};

const scoresOf = (sums: Sums, own: NeighbourRow, count: number, weighted: boolean) => {
  if (count === 0) return { degree: 0, constraint: Number.NaN, effectiveSize: Number.NaN, clustering: 0 };
  let [squares, strength, pairs] = [0, 0, 0];
  for (let place = 0; place < count; place++) {
    const held = (own.weights[place] as number) + (sums.through[place] as number);
    squares += held * held;
    strength += own.weights[place] as number;
    pairs += sums.common[place] as number;
  }
  return {
    degree: count,
    constraint: squares / (strength * strength),
    effectiveSize: count - (weighted ? sums.redundant / strength : pairs / count),
    clustering: count < 2 ? 0 : pairs / (count * (count - 1)),
  };
};

const overlapAt = ({ common, degrees }: Sums, place: number, count: number): number => {
  const shared = common[place] as number;
  const around = count - 1 + (degrees[place] as number) - 1 - shared;
  return around === 0 ? 0 : shared / around;
};
