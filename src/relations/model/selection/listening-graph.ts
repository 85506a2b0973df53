import { buildGraph, transposed, undirected } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { type CascadeLog, cascadeLog } from './cascade-log.ts';
import type { EventColumns } from './team-input.ts';
import { forEachTiedBefore } from './tied-before.ts';

/** What `u v` means in a list of ties: u listens to v, v listens to u, or both. */
export const directions = ['follows', 'influences', 'both'] as const;
export type Direction = (typeof directions)[number];

type Ties = {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array | null;
};

/** Below this share of ties that go both ways, each tie was written once, whichever way. */
const ONCE = 0.05;
/** So many reactions along ties tell which way they go, when one way has more than twice the other. */
const TELLING = 200;

/**
 * Rows of those whom each node listens to, out of a list that may not say which way its ties go. Asked, it is as asked.
 * Else what happened decides (who joined after whom), where it is clear; else a list with some ties both ways is one of
 * who follows whom, and one with none, all or some by mere chance both ways tells nothing of direction.
 */
export const listeningGraph = (
  ties: Ties,
  asked: Direction | 'auto',
  events: EventColumns | null,
): { readonly graph: Graph; readonly direction: Direction } => {
  const follows = buildGraph({ ...ties, directed: true });
  const direction = asked === 'auto' ? told(ties, follows, events) : asked;
  if (direction === 'follows') return { graph: follows, direction };
  return { graph: direction === 'both' ? undirected(follows) : transposed(follows), direction };
};

const told = (ties: Ties, follows: Graph, events: EventColumns | null): Direction => {
  const oneWay = shareOneWay(follows);
  // Every tie stands in both directions: nothing to tell.
  if (oneWay < ONCE) return 'both';
  if (events !== null) {
    const log = cascadeLog(events, null);
    const along = countAlong(log, follows);
    const against = countAlong(log, transposed(follows));
    if (along + against >= TELLING)
      return along > 2 * against ? 'follows' : against > 2 * along ? 'influences' : 'both';
  }
  // Where ties are named twice the same way about as often as both ways, it is by chance that they are.
  const bothWays = (follows.targets.length * (1 - oneWay)) / 2;
  const again = ties.from.length - follows.targets.length;
  return oneWay > 1 - ONCE || again * 3 > bothWays ? 'both' : 'follows';
};

/** The share of ties without one the other way. */
const shareOneWay = (follows: Graph): number => {
  const arcs = follows.targets.length;
  const pairs = undirected({ ...follows, weights: null }).targets.length / 2;
  return arcs === 0 ? 0 : (2 * pairs - arcs) / pairs;
};

const countAlong = (log: CascadeLog, graph: Graph): number => {
  let count = 0;
  forEachTiedBefore(log, graph, (_, parents) => {
    count += parents.length;
  });
  return count;
};
