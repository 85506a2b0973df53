import type { Graph } from '../graph/graph.ts';
import { createRandom, type Random } from '../graph/random.ts';
import { aggregate, type Room } from './aggregate.ts';
import { connectedLabels } from './connected-labels.ts';
import { groundLevel, type Level, qualityOf } from './level.ts';
import { modularityOf } from './modularity.ts';
import { moveNodes } from './move-nodes.ts';
import { refine } from './refine.ts';

export type CommunityOptions = {
  readonly seed: number;
  /** More than 1: smaller communities; less: bigger ones. 1 when not given. */
  readonly resolution?: number;
  /** Labels to begin from, any numbers, one a node (`newcomer` for those that had none): yesterday's, for instance. */
  readonly start?: Uint32Array;
  /** How many times the whole is gone through again from its own result, fewer when nothing moves any more. */
  readonly rounds?: number;
};

export type Communities = {
  /** The community of each node: 0..count-1, the biggest first; a node without ties is one by itself. */
  readonly labels: Uint32Array;
  readonly count: number;
  readonly modularity: number;
};

/** In `start`: this node belonged to no community. */
export const newcomer = 0xffff_ffff;

/**
 * Communities by the Leiden algorithm (Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing well-connected
 * communities", Scientific Reports 9:5233, 2019), maximising modularity with a resolution. Every community hangs
 * together, always. The same graph, options and seed give the same labels. Undirected graphs, positive weights.
 * Memory beside the graph: about 24 bytes an entry of `targets` and 100 a node.
 */
export const findCommunities = (graph: Graph, options: CommunityOptions): Communities => {
  if (graph.directed) throw new Error('communities are found in undirected graphs');
  const random = createRandom(options.seed);
  const ground = groundLevel(graph);
  let best = oneAttempt(graph, ground, options, random);
  const attempts = options.start ? 1 : Math.min(mostAttempts, smallGraph / ground.targets.length);
  for (let attempt = 2; attempt <= attempts; attempt += 1) {
    const other = oneAttempt(graph, ground, options, random);
    if (other.modularity > best.modularity) best = other;
  }
  return best;
};

/** Entries of `targets`: below the first, chance differs most and many attempts cost nothing; below the second, four rounds. */
const [smallGraph, middlingGraph] = [100_000, 1_000_000];
const mostAttempts = 10;

/** Of modularity: a round that brought less is the last one. */
const leastGain = 3e-4;

const oneAttempt = (graph: Graph, ground: Level, options: CommunityOptions, random: Random): Communities => {
  const resolution = options.resolution ?? 1;
  const rooms = [roomFor(ground), roomFor(ground)] as const;
  let community = startOf(graph.nodes, options.start);
  const rounds = options.rounds ?? (ground.targets.length < middlingGraph ? 4 : 2);
  const worthwhile = options.rounds === undefined ? leastGain : 0;
  let before = Number.NEGATIVE_INFINITY;
  for (let round = rounds; round > 0; round -= 1) {
    const { result, changed, quality } = oneRound(ground, rooms, community, resolution, random);
    community = result;
    if (!changed || quality < before + worthwhile) break;
    before = quality;
  }
  const { labels, count } = connectedLabels(graph, community);
  return { labels, count, modularity: modularityOf(graph, labels, resolution) };
};

/** Ids below the number of nodes, which the engine needs, for labels that may be any numbers. */
const startOf = (nodes: number, start: Uint32Array | undefined): Uint32Array => {
  const community = new Uint32Array(nodes);
  const known = new Map<number, number>();
  for (let node = 0; node < nodes; node += 1) {
    const label = start?.[node] ?? newcomer;
    const id = label === newcomer ? node : (known.get(label) ?? node);
    if (label !== newcomer) known.set(label, id);
    community[node] = id;
  }
  return community;
};

const roomFor = (ground: Level): Room => ({
  targets: new Uint32Array(ground.targets.length),
  weights: new Float64Array(ground.targets.length),
});

/** Down to the level where nothing can be drawn together any more (algorithm A.1), and back to the nodes. */
const oneRound = (
  ground: Level,
  rooms: readonly [Room, Room],
  start: Uint32Array,
  resolution: number,
  random: Random,
): { readonly result: Uint32Array; readonly changed: boolean; readonly quality: number } => {
  let level = ground;
  let community = start;
  let changed = false;
  /** By node of the ground level: its node in the level at hand. */
  let place: Uint32Array | null = null;
  for (;;) {
    const inward = new Float64Array(level.nodes);
    changed = moveNodes(level, community, inward, resolution, random) > 0 || changed;
    const { group, count } = refine(level, community, inward, resolution, random);
    if (count === level.nodes) break;
    const above = new Uint32Array(count);
    const first = firstMembers(community, group, count);
    for (let node = 0; node < level.nodes; node += 1)
      above[group[node] as number] = first[community[node] as number] as number;
    place = place === null ? group : place.map((node) => group[node] as number);
    level = aggregate(
      level,
      group,
      count,
      level.targets.buffer === rooms[0].targets.buffer ? rooms[1] : rooms[0],
    );
    community = above;
  }
  const last = community;
  const result = place === null ? last : place.map((node) => last[node] as number);
  return { result, changed, quality: qualityOf(level, last, resolution) };
};

/** For each community, one of its groups: its id in the level above. */
const firstMembers = (community: Uint32Array, group: Uint32Array, count: number): Uint32Array => {
  const first = new Uint32Array(community.length).fill(count);
  for (let node = 0; node < community.length; node += 1) {
    const own = community[node] as number;
    if (first[own] === count) first[own] = group[node] as number;
  }
  return first;
};
