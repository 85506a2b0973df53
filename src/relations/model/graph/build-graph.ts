import type { Graph } from './graph.ts';

/** Arcs or ties as they come, in any order and as often as they like: `from[i]` to `to[i]`, both below `nodes`. */
export type GraphInput = {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Beside `from` and `to`; without it every tie weighs 1, however often it is named. */
  readonly weight?: Float64Array | null;
  readonly directed: boolean;
  /** In memory that workers can read without a copy. */
  readonly shared?: boolean;
};

/**
 * The graph of these ties: those named more than once become one with the sum of their weights (undirected ones from
 * whichever end they are named), those of a node with itself are dropped. Time and memory linear in nodes and ties.
 */
export const buildGraph = (input: GraphInput): Graph => {
  const { nodes, from, to, directed } = input;
  const weight = input.weight ?? null;
  if (from.length !== to.length || (weight && weight.length !== from.length))
    throw new RangeError('the lists of ends and weights differ in length');
  // First by head, then by tail: the second pass meets the heads in order, so that every row comes out sorted.
  const byHead = gather(nodes, from, to, weight, directed);
  const sorted = turned(byHead, false);
  return merged(sorted, directed, input.shared ?? false);
};

/** The same ties whichever way they go: an undirected graph, whose weights are the sums of both ways. */
export const undirected = (graph: Graph, shared = false): Graph => {
  if (!graph.directed) return graph;
  const from = tailsOf(graph);
  return buildGraph({
    nodes: graph.nodes,
    from,
    to: graph.targets,
    weight: graph.weights,
    directed: false,
    shared,
  });
};

/** Every arc turned round; an undirected graph is its own transposed. */
export const transposed = (graph: Graph, shared = false): Graph =>
  graph.directed ? { ...turned(graph, shared), directed: true } : graph;

/** The tail of every arc, in the order of `targets`. */
export const tailsOf = (graph: Pick<Graph, 'nodes' | 'offsets' | 'targets'>): Uint32Array => {
  const tails = new Uint32Array(graph.targets.length);
  for (let node = 0; node < graph.nodes; node++)
    tails.fill(node, graph.offsets[node], graph.offsets[node + 1]);
  return tails;
};

type Rows = Omit<Graph, 'directed'>;

/** Rows of tails by head: an arc once, an undirected tie from both ends. */
const gather = (
  nodes: number,
  from: Uint32Array,
  to: Uint32Array,
  weight: Float64Array | null,
  directed: boolean,
): Rows => {
  const offsets = new Uint32Array(nodes + 1);
  for (let index = 0; index < from.length; index++) {
    const [tail, head] = [from[index] as number, to[index] as number];
    if (tail >= nodes || head >= nodes) throw new RangeError(`tie ${index} has an end beyond the nodes`);
    if (tail === head) continue;
    offsets[head + 1] = (offsets[head + 1] as number) + 1;
    if (!directed) offsets[tail + 1] = (offsets[tail + 1] as number) + 1;
  }
  const places = sumUp(offsets);
  const targets = new Uint32Array(offsets[nodes] as number);
  const weights = weight && new Float64Array(targets.length);
  for (let index = 0; index < from.length; index++) {
    const tail = from[index] as number;
    const head = to[index] as number;
    if (tail === head) continue;
    const place = places[head] as number;
    places[head] = place + 1;
    targets[place] = tail;
    if (weights) weights[place] = (weight as Float64Array)[index] as number;
    if (directed) continue;
    const other = places[tail] as number;
    places[tail] = other + 1;
    targets[other] = head;
    if (weights) weights[other] = (weight as Float64Array)[index] as number;
  }
  return { nodes, offsets, targets, weights };
};

/** Rows by the other end, each ascending. */
const turned = (rows: Rows, shared: boolean): Rows => {
  const { nodes, targets, weights } = rows;
  const offsets = numbers(Uint32Array, nodes + 1, shared);
  for (let index = 0; index < targets.length; index++) {
    const after = (targets[index] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
  }
  const places = sumUp(offsets);
  const turnedTargets = numbers(Uint32Array, targets.length, shared);
  const turnedWeights = weights && numbers(Float64Array, targets.length, shared);
  for (let node = 0; node < nodes; node++) {
    const end = rows.offsets[node + 1] as number;
    for (let index = rows.offsets[node] as number; index < end; index++) {
      const place = places[targets[index] as number] as number;
      places[targets[index] as number] = place + 1;
      turnedTargets[place] = node;
      if (turnedWeights) turnedWeights[place] = (weights as Float64Array)[index] as number;
    }
  }
  return { nodes, offsets, targets: turnedTargets, weights: turnedWeights };
};

/** Counts, shifted by one, become offsets in place; answers a copy to count places with. */
const sumUp = (offsets: Uint32Array): Uint32Array => {
  for (let node = 1; node < offsets.length; node++)
    offsets[node] = (offsets[node] as number) + (offsets[node - 1] as number);
  return offsets.slice();
};

/** Neighbours named more than once become one; `rows` is used up. */
const merged = (rows: Rows, directed: boolean, shared: boolean): Graph => {
  const { nodes, offsets, targets, weights } = rows;
  const kept = numbers(Uint32Array, nodes + 1, shared);
  let filled = 0;
  for (let node = 0; node < nodes; node++) {
    const begin = filled;
    const end = offsets[node + 1] as number;
    for (let index = offsets[node] as number; index < end; index++) {
      const target = targets[index] as number;
      if (filled > begin && targets[filled - 1] === target) {
        if (weights) weights[filled - 1] = (weights[filled - 1] as number) + (weights[index] as number);
        continue;
      }
      targets[filled] = target;
      if (weights) weights[filled] = weights[index] as number;
      filled += 1;
    }
    kept[node + 1] = filled;
  }
  return {
    nodes,
    directed,
    offsets: kept,
    targets: trimmed(targets, filled, shared),
    weights: weights && trimmed(weights, filled, shared),
  };
};

const trimmed = <T extends Uint32Array | Float64Array>(array: T, length: number, shared: boolean): T => {
  if (!shared && length === array.length) return array;
  const kind = array.constructor as new (input: number | SharedArrayBuffer) => T;
  const copy = numbers(kind, length, shared);
  copy.set(array.subarray(0, length));
  return copy;
};

const numbers = <T extends Uint32Array | Float64Array>(
  kind: { new (input: number | SharedArrayBuffer): T },
  length: number,
  shared: boolean,
): T =>
  shared
    ? new kind(
        new SharedArrayBuffer(length * (kind as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT),
      )
    : new kind(length);
