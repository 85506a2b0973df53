import { type Graph, tiesOf } from '../graph/graph.ts';

/**
 * An undirected graph with every tie once, from the end with fewer ties to the one with more (Chiba and Nishizeki, SIAM J.
 * Comput. 1985): no row is longer than the square root of twice the ties, so that triangles are found in time
 * proportional to ties times that. Nodes are named by rank: rank 0 has the fewest ties.
 */
export type Oriented = {
  readonly nodes: number;
  readonly ties: number;
  /** The rank of every node, and the node of every rank. */
  readonly ranks: Uint32Array;
  readonly order: Uint32Array;
  /** Row of rank r: the higher ranks tied with it, ascending, at `offsets[r]` to `offsets[r + 1] - 1`, which name the ties. */
  readonly offsets: Uint32Array;
  readonly heads: Uint32Array;
  readonly weights: Float64Array | null;
  /** The lower ranks tied with rank r, in the order of its node's row, and beside each the tie. */
  readonly lowerOffsets: Uint32Array;
  readonly lower: Uint32Array;
  readonly lowerTies: Uint32Array;
  /** By rank: one through the sum of the weights of its ties. */
  readonly shares: Float64Array;
};

/** Time and memory linear in nodes and ties; the graph must be undirected. With `shared`, workers can read it. */
export const orient = (graph: Graph, shared = false): Oriented => {
  if (graph.directed) throw new RangeError('only an undirected graph can be oriented by degree');
  const { nodes, targets } = graph;
  const ties = tiesOf(graph);
  const make = shared ? sharedWords : (length: number) => new Uint32Array(length);
  const { ranks, order } = rankByDegree(graph, make);
  const { offsets, lowerOffsets } = countRows(graph, ranks, order, make);
  const [heads, lower, lowerTies] = [make(ties), make(ties), make(ties)];
  const weights = graph.weights && numbers(ties, shared);
  const places = offsets.slice(0, nodes);
  let filled = 0;
  for (let rank = 0; rank < nodes; rank++) {
    const node = order[rank] as number;
    const end = graph.offsets[node + 1] as number;
    for (let arc = graph.offsets[node] as number; arc < end; arc++) {
      const other = ranks[targets[arc] as number] as number;
      if (other > rank) continue;
      const tie = places[other] as number;
      places[other] = tie + 1;
      heads[tie] = rank;
      lower[filled] = other;
      lowerTies[filled++] = tie;
      if (weights) weights[tie] = (graph.weights as Float64Array)[arc] as number;
    }
  }
  const shares = sharesOf(graph, order, shared);
  return { nodes, ties, ranks, order, offsets, heads, weights, lowerOffsets, lower, lowerTies, shares };
};

/** Counting sort; among equals the node with the smaller number first. */
const rankByDegree = (graph: Graph, make: (length: number) => Uint32Array) => {
  const { nodes, offsets } = graph;
  let most = 0;
  for (let node = 0; node < nodes; node++) most = Math.max(most, degreeIn(offsets, node));
  const places = new Uint32Array(most + 2);
  for (let node = 0; node < nodes; node++) {
    const after = degreeIn(offsets, node) + 1;
    places[after] = (places[after] as number) + 1;
  }
  sumUp(places);
  const [ranks, order] = [make(nodes), make(nodes)];
  for (let node = 0; node < nodes; node++) {
    const degree = degreeIn(offsets, node);
    const rank = places[degree] as number;
    places[degree] = rank + 1;
    ranks[node] = rank;
    order[rank] = node;
  }
  return { ranks, order };
};

const countRows = (
  graph: Graph,
  ranks: Uint32Array,
  order: Uint32Array,
  make: (length: number) => Uint32Array,
) => {
  const { nodes, targets } = graph;
  const offsets = make(nodes + 1);
  for (let node = 0; node < nodes; node++) {
    const rank = ranks[node] as number;
    const end = graph.offsets[node + 1] as number;
    let higher = 0;
    for (let arc = graph.offsets[node] as number; arc < end; arc++)
      if ((ranks[targets[arc] as number] as number) > rank) higher += 1;
    offsets[rank + 1] = higher;
  }
  const lowerOffsets = make(nodes + 1);
  for (let rank = 0; rank < nodes; rank++)
    lowerOffsets[rank + 1] = degreeIn(graph.offsets, order[rank] as number) - (offsets[rank + 1] as number);
  sumUp(offsets);
  sumUp(lowerOffsets);
  return { offsets, lowerOffsets };
};

const sharesOf = (graph: Graph, order: Uint32Array, shared: boolean): Float64Array => {
  const shares = numbers(graph.nodes, shared);
  for (let rank = 0; rank < graph.nodes; rank++) {
    const node = order[rank] as number;
    let sum = degreeIn(graph.offsets, node);
    if (graph.weights) {
      sum = 0;
      const end = graph.offsets[node + 1] as number;
      for (let arc = graph.offsets[node] as number; arc < end; arc++) sum += graph.weights[arc] as number;
    }
    shares[rank] = 1 / sum;
  }
  return shares;
};

const degreeIn = (offsets: Uint32Array, node: number): number =>
  (offsets[node + 1] as number) - (offsets[node] as number);

const sumUp = (counts: Uint32Array): void => {
  for (let index = 1; index < counts.length; index++)
    counts[index] = (counts[index] as number) + (counts[index - 1] as number);
};

const sharedWords = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4));

const numbers = (length: number, shared: boolean): Float64Array =>
  shared ? new Float64Array(new SharedArrayBuffer(length * 8)) : new Float64Array(length);
