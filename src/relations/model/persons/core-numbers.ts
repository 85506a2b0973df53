import type { Graph } from '../graph/graph.ts';

/**
 * The core number of every node: the largest k such that it belongs to a part of the graph in which everyone is tied with
 * at least k others of it. Linear time (Batagelj and Zaversnik, "An O(m) Algorithm for Cores Decomposition", 2003).
 * The graph must be undirected; weights do not count.
 */
export const coreNumbers = (graph: Graph): Uint32Array => {
  if (graph.directed) throw new RangeError('core numbers are of an undirected graph');
  const { nodes, offsets, targets } = graph;
  const { cores, order, places, firsts } = byDegree(graph);
  for (let place = 0; place < nodes; place++) {
    const node = order[place] as number;
    const core = cores[node] as number;
    const end = offsets[node + 1] as number;
    for (let arc = offsets[node] as number; arc < end; arc++) {
      const other = targets[arc] as number;
      const degree = cores[other] as number;
      if (degree <= core) continue;
      // It loses a tie: swapped with the first of its degree, which then begins one later.
      const first = firsts[degree] as number;
      const front = order[first] as number;
      const from = places[other] as number;
      order[from] = front;
      places[front] = from;
      order[first] = other;
      places[other] = first;
      firsts[degree] = first + 1;
      cores[other] = degree - 1;
    }
  }
  return cores;
};

/** Nodes in order of degree, where each stands, and where each degree begins. */
const byDegree = (graph: Graph) => {
  const { nodes, offsets } = graph;
  const cores = new Uint32Array(nodes);
  let most = 0;
  for (let node = 0; node < nodes; node++) {
    cores[node] = (offsets[node + 1] as number) - (offsets[node] as number);
    most = Math.max(most, cores[node] as number);
  }
  const firsts = new Uint32Array(most + 2);
  for (const degree of cores) firsts[degree + 1] = (firsts[degree + 1] as number) + 1;
  for (let degree = 1; degree < firsts.length; degree++)
    firsts[degree] = (firsts[degree] as number) + (firsts[degree - 1] as number);
  const free = firsts.slice();
  const order = new Uint32Array(nodes);
  const places = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const degree = cores[node] as number;
    const place = free[degree] as number;
    free[degree] = place + 1;
    order[place] = node;
    places[node] = place;
  }
  return { cores, order, places, firsts };
};
