import type { EventColumns } from './team-input.ts';

/**
 * Conversations, one after the other: who took part in `c` is `nodes[offsets[c] .. offsets[c + 1] - 1]`, once each,
 * by the time of the first word. `fresh` runs beside them: the share of all participations that happened no later,
 * a clock that neither a jump of somebody's clock nor a change of unit can bend.
 */
export type CascadeLog = {
  readonly cascades: number;
  readonly offsets: Uint32Array;
  readonly nodes: Uint32Array;
  readonly times: Float64Array;
  readonly fresh: Float64Array;
  /** Events left out: said again in the same conversation; after the moment asked for, or without a time. */
  readonly repeated: number;
  readonly late: number;
};

/** Events in any order become conversations; two at the same moment keep the order of the file. */
export const cascadeLog = (events: EventColumns, until: number | null): CascadeLog => {
  const kept = inTime(events, until);
  const { starts, order } = byCascade(events, kept);
  const nodes = new Uint32Array(kept.length);
  const times = new Float64Array(kept.length);
  const offsets = [0];
  const seen = new Map<number, number>();
  let filled = 0;
  for (let cascade = 0; cascade + 1 < starts.length; cascade++) {
    const own = order.subarray(starts[cascade], starts[cascade + 1]);
    if (own.length === 0) continue;
    own.sort((a, b) => (events.time[a] as number) - (events.time[b] as number) || a - b);
    seen.clear();
    for (const event of own) {
      const node = events.node[event] as number;
      if (seen.has(node)) continue;
      seen.set(node, filled);
      nodes[filled] = node;
      times[filled++] = events.time[event] as number;
    }
    offsets.push(filled);
  }
  const log = { nodes: nodes.slice(0, filled), times: times.slice(0, filled) };
  return {
    ...log,
    cascades: offsets.length - 1,
    offsets: Uint32Array.from(offsets),
    fresh: ranks(log.times),
    repeated: kept.length - filled,
    late: events.node.length - kept.length,
  };
};

const inTime = ({ time }: EventColumns, until: number | null): Uint32Array => {
  const kept = new Uint32Array(time.length);
  let count = 0;
  for (let event = 0; event < time.length; event++) {
    const at = time[event] as number;
    if (Number.isFinite(at) && (until === null || at <= until)) kept[count++] = event;
  }
  return kept.slice(0, count);
};

const byCascade = ({ cascade }: EventColumns, kept: Uint32Array) => {
  let highest = -1;
  for (const event of kept) highest = Math.max(highest, cascade[event] as number);
  const starts = new Uint32Array(highest + 2);
  for (const event of kept) {
    const after = (cascade[event] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let one = 0; one <= highest; one++)
    starts[one + 1] = (starts[one + 1] as number) + (starts[one] as number);
  const next = starts.slice();
  const order = new Uint32Array(kept.length);
  for (const event of kept) {
    const own = cascade[event] as number;
    const place = next[own] as number;
    next[own] = place + 1;
    order[place] = event;
  }
  return { starts, order };
};

const ranks = (times: Float64Array): Float64Array => {
  const sorted = times.slice().sort();
  const shares = new Float64Array(times.length);
  for (let one = 0; one < times.length; one++)
    shares[one] = (lastNotAfter(sorted, times[one] as number) + 1) / times.length;
  return shares;
};

const lastNotAfter = (sorted: Float64Array, time: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
