import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { decayed } from './decayed.ts';
import { type EventColumns, US } from './event-columns.ts';

export type TieGraph = {
  /** Directed: what flows from one person outside to another, decayed (GRAPH, definition 1). Without us. */
  readonly graph: Graph;
  /** Beside the targets: when last, milliseconds. */
  readonly lastAt: Float64Array;
};

export type Decay = {
  readonly now: number;
  /** Days, by place of the channel. */
  readonly halfLives: readonly number[];
};

/** The graph of people outside from all that passed between them. The same events in the same order give the same bits. */
export const tieGraph = (people: number, events: EventColumns, decay: Decay): TieGraph => {
  const among = eventsAmong(events);
  const graph = buildGraph({
    nodes: people,
    from: among.map((event) => events.from[event] ?? 0),
    to: among.map((event) => events.to[event] ?? 0),
    weight: Float64Array.from(among, (event) => worthOf(events, event, decay)),
    directed: true,
    shared: true,
  });
  const lastAt = new Float64Array(graph.targets.length).fill(Number.NEGATIVE_INFINITY);
  for (const event of among) {
    const arc = arcOf(graph, events.from[event] ?? 0, events.to[event] ?? 0);
    if (arc >= 0) lastAt[arc] = Math.max(lastAt[arc] ?? 0, events.at[event] ?? 0);
  }
  return { graph, lastAt };
};

export const worthOf = (events: EventColumns, event: number, { now, halfLives }: Decay): number =>
  decayed(
    events.value[event] ?? 0,
    events.at[event] ?? 0,
    now,
    halfLives[events.channel[event] ?? 0] ?? USUAL_HALF_LIFE,
  );

/** Days: for channels of which nothing is known (GRAPH, definition 1). */
export const USUAL_HALF_LIFE = 7;

const eventsAmong = (events: EventColumns): Uint32Array => {
  const found = new Uint32Array(events.count);
  let count = 0;
  for (let event = 0; event < events.count; event += 1)
    if (events.from[event] !== US && events.to[event] !== US) {
      found[count] = event;
      count += 1;
    }
  return found.subarray(0, count);
};

/** Where the arc stands in `targets`, by halving; -1 when there is none. */
export const arcOf = ({ offsets, targets }: Graph, from: number, to: number): number => {
  let low = offsets[from] ?? 0;
  let high = (offsets[from + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const target = targets[middle] ?? 0;
    if (target === to) return middle;
    if (target < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
