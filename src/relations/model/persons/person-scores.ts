import type { Graph } from '../graph/graph.ts';
import type { Oriented } from './oriented.ts';
import type { TriangleSums } from './triangle-sums.ts';

/** By node, except `overlap`: beside the targets of the undirected graph that was scored. */
export type PersonScores = {
  /** With how many others this one is tied. */
  readonly degree: Uint32Array;
  /** Burt's constraint c_i = sum_j (p_ij + sum_q p_iq p_qj)^2, p_ij = a_ij / s_i. NaN without ties. */
  readonly constraint: Float64Array;
  /** Burt's effective size: ties less the redundancy among them. NaN without ties. */
  readonly effectiveSize: Float64Array;
  /** The share of pairs of one's ties that are tied too (weights do not count); 0 with fewer than two ties. */
  readonly clustering: Float64Array;
  /** n_ab / ((k_a - 1) + (k_b - 1) - n_ab) (Onnela et al., PNAS 2007); 0 where two have only each other. */
  readonly overlap: Float32Array;
  /** In the whole graph. */
  readonly triangles: number;
};

/**
 * The scores from the sums over triangles: constraint as networkx has it (Burt, American Journal of Sociology 2004),
 * effective size k_i - 2 t_i / k_i without weights (Borgatti, Connections 1997), with them
 * sum_j (1 - sum_q p_iq a_jq / max_j) where max_j is j's strongest tie.
 */
export const scoresFrom = (graph: Graph, oriented: Oriented, sums: TriangleSums): PersonScores => {
  const { nodes, ranks, shares } = oriented;
  const added = addTies(graph, oriented, sums);
  const degree = new Uint32Array(nodes);
  const constraint = new Float64Array(nodes);
  const effectiveSize = new Float64Array(nodes);
  const clustering = new Float64Array(nodes);
  let triangles = 0;
  for (let node = 0; node < nodes; node++) {
    const rank = ranks[node] as number;
    const ties = degreeOf(graph, node);
    const share = shares[rank] as number;
    const pairs = added.closed[rank] as number;
    degree[node] = ties;
    triangles += pairs;
    constraint[node] = ties === 0 ? Number.NaN : (added.squares[rank] as number) * share * share;
    effectiveSize[node] = ties === 0 ? Number.NaN : ties - (added.redundant[rank] as number) * share;
    clustering[node] = ties < 2 ? 0 : pairs / (ties * (ties - 1));
  }
  const overlap = besideArcs(graph, oriented, added.overlap);
  // Every triangle was counted twice at each of its three corners.
  return { degree, constraint, effectiveSize, clustering, overlap, triangles: triangles / 6 };
};

/** By rank: what each tie adds to both its ends; by tie: its overlap. */
const addTies = (graph: Graph, oriented: Oriented, sums: TriangleSums) => {
  const { nodes, ties, order, offsets, heads, weights } = oriented;
  const { common, through } = sums;
  const squares = new Float64Array(nodes);
  const closed = new Float64Array(nodes);
  const overlap = new Float32Array(ties);
  const degrees = Uint32Array.from(order, (node) => degreeOf(graph, node));
  for (let rank = 0; rank < nodes; rank++) {
    const others = (degrees[rank] as number) - 2;
    const end = offsets[rank + 1] as number;
    let squaresHere = 0;
    let closedHere = 0;
    for (let tie = offsets[rank] as number; tie < end; tie++) {
      const head = heads[tie] as number;
      const count = common[tie] as number;
      const held = (weights ? (weights[tie] as number) : 1) + (through[tie] as number);
      squaresHere += held * held;
      closedHere += count;
      squares[head] = (squares[head] as number) + held * held;
      closed[head] = (closed[head] as number) + count;
      const around = others + (degrees[head] as number) - count;
      overlap[tie] = around === 0 ? 0 : count / around;
    }
    squares[rank] = (squares[rank] as number) + squaresHere;
    closed[rank] = (closed[rank] as number) + closedHere;
  }
  const redundant = sums.products ? redundancy(graph, oriented, sums.products) : closed;
  return { squares, closed, redundant, overlap };
};

/** By rank i: the sum over its ties j of sum_q a_iq a_jq / max_j. */
const redundancy = (graph: Graph, oriented: Oriented, products: Float64Array): Float64Array => {
  const { nodes, order, offsets, heads } = oriented;
  const strongest = strongestTies(graph, order);
  const sums = new Float64Array(nodes);
  for (let rank = 0; rank < nodes; rank++) {
    const end = offsets[rank + 1] as number;
    for (let tie = offsets[rank] as number; tie < end; tie++) {
      const head = heads[tie] as number;
      const product = products[tie] as number;
      sums[rank] = (sums[rank] as number) + product / (strongest[head] as number);
      sums[head] = (sums[head] as number) + product / (strongest[rank] as number);
    }
  }
  return sums;
};

/** What stands beside the ties, beside the arcs of both ends. */
const besideArcs = (graph: Graph, oriented: Oriented, byTie: Float32Array): Float32Array => {
  const { nodes, ranks, order, lowerTies } = oriented;
  const values = new Float32Array(graph.targets.length);
  let place = 0;
  for (let rank = 0; rank < nodes; rank++) {
    const node = order[rank] as number;
    const end = graph.offsets[node + 1] as number;
    for (let arc = graph.offsets[node] as number; arc < end; arc++)
      if ((ranks[graph.targets[arc] as number] as number) < rank)
        values[arc] = byTie[lowerTies[place++] as number] as number;
  }
  mirror(graph, ranks, values);
  return values;
};

/** Copies what stands beside the arc from the higher rank to the arc that goes back. */
const mirror = (graph: Graph, ranks: Uint32Array, values: Float32Array): void => {
  // Nodes come in order and rows are sorted, so each row meets its arcs back one after the other.
  const places = graph.offsets.slice(0, graph.nodes);
  for (let node = 0; node < graph.nodes; node++) {
    const rank = ranks[node] as number;
    const end = graph.offsets[node + 1] as number;
    for (let arc = graph.offsets[node] as number; arc < end; arc++) {
      const other = graph.targets[arc] as number;
      const back = places[other] as number;
      places[other] = back + 1;
      if (rank > (ranks[other] as number)) values[back] = values[arc] as number;
    }
  }
};

/** By rank. */
const strongestTies = (graph: Graph, order: Uint32Array): Float64Array => {
  const strongest = new Float64Array(graph.nodes);
  for (let rank = 0; rank < graph.nodes; rank++) {
    const node = order[rank] as number;
    const end = graph.offsets[node + 1] as number;
    let most = 0;
    for (let arc = graph.offsets[node] as number; arc < end; arc++)
      most = Math.max(most, (graph.weights as Float64Array)[arc] as number);
    strongest[rank] = most;
  }
  return strongest;
};

const degreeOf = (graph: Graph, node: number): number =>
  (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
