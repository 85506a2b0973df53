import type { Graph } from '../graph/graph.ts';
import type { CascadeLog } from './cascade-log.ts';
import { listensTo } from './tied-before.ts';

/**
 * How many different people joined a conversation of the log after a member of the team to whom they are tied (or after
 * any member, where no tie at all is known). Members do not count.
 */
export const countFollowing = (team: Iterable<number>, log: CascadeLog, graph: Graph): number => {
  const members = new Set(team);
  const followed = new Set<number>();
  for (let cascade = 0; cascade < log.cascades; cascade++) {
    const before: number[] = [];
    for (let at = log.offsets[cascade] as number; at < (log.offsets[cascade + 1] as number); at++) {
      const node = log.nodes[at] as number;
      if (members.has(node)) before.push(node);
      else if (before.length > 0 && !followed.has(node) && isTied(graph, node, before)) followed.add(node);
    }
  }
  return followed.size;
};

const isTied = (graph: Graph, node: number, others: readonly number[]): boolean =>
  graph.targets.length === 0 || others.some((other) => listensTo(graph, node, other));
