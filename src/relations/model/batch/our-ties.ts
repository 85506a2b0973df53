import { type EventColumns, US } from './event-columns.ts';
import { type Decay, worthOf } from './tie-graph.ts';

/** What passes between each person and us, by place. */
export type OurTies = {
  /** Decayed sums, theirs to us and ours to them. */
  readonly inward: Float64Array;
  readonly outward: Float64Array;
  readonly inCount: Uint32Array;
  readonly outCount: Uint32Array;
  /** Milliseconds; minus infinity when there was nothing. */
  readonly lastAt: Float64Array;
};

export const ourTies = (people: number, events: EventColumns, decay: Decay): OurTies => {
  const ties: OurTies = {
    inward: new Float64Array(people),
    outward: new Float64Array(people),
    inCount: new Uint32Array(people),
    outCount: new Uint32Array(people),
    lastAt: new Float64Array(people).fill(Number.NEGATIVE_INFINITY),
  };
  for (let event = 0; event < events.count; event += 1) {
    const [from, to] = [events.from[event] ?? 0, events.to[event] ?? 0];
    if ((from === US) === (to === US)) continue;
    const person = from === US ? to : from;
    const [sums, counts] = from === US ? [ties.outward, ties.outCount] : [ties.inward, ties.inCount];
    sums[person] = (sums[person] ?? 0) + worthOf(events, event, decay);
    counts[person] = (counts[person] ?? 0) + 1;
    ties.lastAt[person] = Math.max(ties.lastAt[person] ?? 0, events.at[event] ?? 0);
  }
  return ties;
};

/** 2 min / sum: 1 when both give the same, 0 when one only gives; 0 too where nothing passes (GRAPH, definition 1). */
export const reciprocityOf = (one: number, other: number): number =>
  one + other > 0 ? (2 * Math.min(one, other)) / (one + other) : 0;
