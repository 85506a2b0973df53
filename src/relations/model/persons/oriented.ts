import { type Graph, tiesOf } from '../graph/graph.ts';
import { type KernelArrays, type KernelMemory, makeKernelArrays } from './triangle-kernel.ts';

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
  /** The memory that all of it lies in, for the kernel, and there a room for each thread; null and none without it. */
  readonly memory: KernelMemory | null;
  readonly rooms: readonly SumsRoom[];
};

/** Where the sums over triangles are made: see `TriangleSums`. */
type SumsRoom = {
  readonly marks: Uint32Array;
  readonly common: Uint32Array;
  readonly through: Float64Array;
};

/** Below this the memory of the kernel is not worth its setting up. */
const FEWEST_TIES_FOR_KERNEL = 2_000;

/**
 * Time and memory linear in nodes and ties; the graph must be undirected. With `parts` above one as many threads can sum
 * over its triangles, each in a room of its own.
 */
export const orient = (graph: Graph, parts = 1, fewest = FEWEST_TIES_FOR_KERNEL): Oriented => {
  const oriented = makeOriented(graph, parts, fewest);
  fillOriented(graph, oriented);
  return oriented;
};

/** Still without its content, which `fillOriented` brings: threads can begin meanwhile. */
export const makeOriented = (graph: Graph, parts: number, fewest = FEWEST_TIES_FOR_KERNEL): Oriented => {
  if (graph.directed) throw new RangeError('only an undirected graph can be oriented by degree');
  const { nodes } = graph;
  const ties = tiesOf(graph);
  const kernel =
    graph.weights === null && ties >= fewest
      ? makeKernelArrays(6 * nodes + 2 + 3 * ties + parts * (nodes + 3 * ties), 8 + 3 * parts)
      : null;
  const { words, doubles } = kernel ?? plainArrays(parts > 1);
  const oriented = {
    ...{ nodes, ties, ranks: words(nodes), order: words(nodes) },
    ...{ offsets: words(nodes + 1), heads: words(ties), weights: graph.weights && doubles(ties) },
    ...{ lowerOffsets: words(nodes + 1), lower: words(ties), lowerTies: words(ties), shares: doubles(nodes) },
  };
  const rooms = Array.from({ length: kernel ? parts : 0 }, () => ({
    ...{ marks: words(nodes), common: words(ties), through: doubles(ties) },
  }));
  return { ...oriented, memory: kernel?.memory ?? null, rooms };
};

export const fillOriented = (graph: Graph, oriented: Oriented): void => {
  const { nodes, targets } = graph;
  const { ranks, order, offsets, heads, lower, lowerTies, weights } = oriented;
  rankByDegree(graph, oriented);
  countRows(graph, oriented);
  const places = Uint32Array.from(offsets.subarray(0, nodes));
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
  fillShares(graph, oriented);
};

/** Counting sort; among equals the node with the smaller number first. */
const rankByDegree = (graph: Graph, { ranks, order }: Oriented): void => {
  const { nodes, offsets } = graph;
  let most = 0;
  for (let node = 0; node < nodes; node++) most = Math.max(most, degreeIn(offsets, node));
  const places = new Uint32Array(most + 2);
  for (let node = 0; node < nodes; node++) {
    const after = degreeIn(offsets, node) + 1;
    places[after] = (places[after] as number) + 1;
  }
  sumUp(places);
  for (let node = 0; node < nodes; node++) {
    const degree = degreeIn(offsets, node);
    const rank = places[degree] as number;
    places[degree] = rank + 1;
    ranks[node] = rank;
    order[rank] = node;
  }
};

const countRows = (graph: Graph, { ranks, order, offsets, lowerOffsets }: Oriented): void => {
  const { nodes, targets } = graph;
  for (let node = 0; node < nodes; node++) {
    const rank = ranks[node] as number;
    const end = graph.offsets[node + 1] as number;
    let higher = 0;
    for (let arc = graph.offsets[node] as number; arc < end; arc++)
      if ((ranks[targets[arc] as number] as number) > rank) higher += 1;
    offsets[rank + 1] = higher;
  }
  for (let rank = 0; rank < nodes; rank++)
    lowerOffsets[rank + 1] = degreeIn(graph.offsets, order[rank] as number) - (offsets[rank + 1] as number);
  sumUp(offsets);
  sumUp(lowerOffsets);
};

const fillShares = (graph: Graph, { nodes, order, shares }: Oriented): void => {
  for (let rank = 0; rank < nodes; rank++) {
    const node = order[rank] as number;
    let sum = degreeIn(graph.offsets, node);
    if (graph.weights) {
      sum = 0;
      const end = graph.offsets[node + 1] as number;
      for (let arc = graph.offsets[node] as number; arc < end; arc++) sum += graph.weights[arc] as number;
    }
    shares[rank] = 1 / sum;
  }
};

const degreeIn = (offsets: Uint32Array, node: number): number =>
  (offsets[node + 1] as number) - (offsets[node] as number);

const sumUp = (counts: Uint32Array): void => {
  for (let index = 1; index < counts.length; index++)
    counts[index] = (counts[index] as number) + (counts[index - 1] as number);
};

const plainArrays = (shared: boolean): Omit<KernelArrays, 'memory'> => ({
  words: (length) => (shared ? new Uint32Array(new SharedArrayBuffer(length * 4)) : new Uint32Array(length)),
  doubles: (length) =>
    shared ? new Float64Array(new SharedArrayBuffer(length * 8)) : new Float64Array(length),
});
