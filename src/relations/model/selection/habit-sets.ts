import type { Graph } from '../graph/graph.ts';
import type { CascadeLog } from './cascade-log.ts';
import type { SetPacker } from './set-packer.ts';

/**
 * What has not been seen but may come: everybody who takes part at all may react to those to whom they are tied, the
 * more surely the more often these speak. One set a person, worth `share` of a mean reaction (times how often they
 * take part, three at most). A little of it shrinks what was seen by chance towards what is usual, and tells apart
 * people of whom nothing was seen.
 */
export const addHabitSets = (
  packer: SetPacker,
  log: CascadeLog,
  graph: Graph,
  { share, halfLife }: { readonly share: number; readonly halfLife: number },
): void => {
  const active = activityOf(log, graph.nodes, halfLife);
  for (let node = 0; node < graph.nodes; node++) {
    if (active[node] === 0) continue;
    for (const heard of graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1])) {
      const voice = active[heard] as number;
      if (voice > 0) packer.add(heard, 0.5 * (1 - Math.exp(-0.3 * voice)));
    }
    packer.close(node, share * Math.min(3, active[node] as number));
  }
};

/** How often each took part, what is long past counting less. */
export const activityOf = (log: CascadeLog, nodes: number, halfLife: number): Float64Array => {
  const active = new Float64Array(nodes);
  for (let at = 0; at < log.nodes.length; at++) {
    const node = log.nodes[at] as number;
    active[node] = (active[node] as number) + 2 ** (((log.fresh[at] as number) - 1) / halfLife);
  }
  return active;
};
