import type { Graph } from '../graph/graph.ts';

/**
 * The same communities, each taken apart where it does not hang together: every label afterwards is one connected
 * piece of the graph. Taking an unconnected community apart always raises modularity.
 * Labels are numbered 0..count-1 by size, the biggest first; of equal ones, the one with the smallest node.
 */
export const connectedLabels = (
  graph: Graph,
  community: Uint32Array,
): { readonly labels: Uint32Array; readonly count: number } => {
  const { nodes, offsets, targets } = graph;
  const piece = new Uint32Array(nodes);
  const seen = new Uint8Array(nodes);
  const stack = new Uint32Array(nodes);
  const sizes: number[] = [];
  for (let first = 0; first < nodes; first += 1) {
    if (seen[first] === 1) continue;
    const id = sizes.length;
    const own = community[first] as number;
    let height = 0;
    let size = 0;
    stack[height++] = first;
    seen[first] = 1;
    while (height > 0) {
      const node = stack[--height] as number;
      piece[node] = id;
      size += 1;
      const to = offsets[node + 1] as number;
      for (let at = offsets[node] as number; at < to; at += 1) {
        const neighbour = targets[at] as number;
        if (seen[neighbour] === 1 || community[neighbour] !== own) continue;
        seen[neighbour] = 1;
        stack[height++] = neighbour;
      }
    }
    sizes.push(size);
  }
  return { labels: bySize(piece, sizes), count: sizes.length };
};

const bySize = (piece: Uint32Array, sizes: readonly number[]): Uint32Array => {
  const order = sizes.map((_, id) => id);
  order.sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const rank = new Uint32Array(sizes.length);
  for (let at = 0; at < order.length; at += 1) rank[order[at] as number] = at;
  return piece.map((id) => rank[id] as number);
};
