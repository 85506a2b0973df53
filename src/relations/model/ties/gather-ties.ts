/**
 * Every tie of a web at one time, from its events in any order: both intensities of each pair, its last contact and how
 * many events it rests on. The terms are grains (see intensity.ts), so the sums are the same to the last bit in any order of
 * the events. Events stand beside one another in typed arrays: a million take well under a second.
 */
import { grains } from './intensity.ts';

/** Event i: from[i] -> to[i] (numbers below `people`) at at[i] (ms), worth value[i], fading by halfLifeDays[i] or one for all. */
export type TieEventColumns = {
  readonly people: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly at: Float64Array;
  readonly value: Float64Array;
  readonly halfLifeDays: number | Float64Array;
};

/** Tie i joins a[i] < b[i]; ascending by a, then b. Intensities are those at the asked time. */
export type TieColumns = {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly intensityAb: Float64Array;
  readonly intensityBa: Float64Array;
  /** Milliseconds since 1970, never after the asked time. */
  readonly lastAt: Float64Array;
  readonly events: Uint32Array;
};

/**
 * The ties at `now` (ms). Events of oneself with oneself, with a time that is no number, or worth nothing, are passed over;
 * events in the future count as now.
 */
export const gatherTies = (columns: TieEventColumns, now: number): TieColumns => {
  const keys = keysOf(columns);
  const pairs = distinct(keys.filter((key) => key >= 0).sort());
  const place = new Map<number, number>();
  for (let tie = 0; tie < pairs.length; tie += 1) place.set(pairs[tie] ?? -1, tie);
  const ties = emptyTies(pairs, columns.people);
  for (let event = 0; event < keys.length; event += 1) {
    const tie = place.get(keys[event] ?? -1);
    if (tie !== undefined) addEvent(ties, tie, columns, event, now);
  }
  return ties;
};

/** The pair of each event as one number; -1 for what is passed over. */
const keysOf = ({ people, from, to, at, value }: TieEventColumns): Float64Array => {
  const keys = new Float64Array(from.length);
  for (let event = 0; event < keys.length; event += 1) {
    const [source, target] = [from[event] ?? 0, to[event] ?? 0];
    const counts = source !== target && Number.isFinite(at[event]) && (value[event] ?? 0) > 0;
    keys[event] = counts ? Math.min(source, target) * people + Math.max(source, target) : -1;
  }
  return keys;
};

const addEvent = (
  ties: TieColumns,
  tie: number,
  { from, to, at, value, halfLifeDays }: TieEventColumns,
  event: number,
  now: number,
): void => {
  const when = Math.min(at[event] ?? 0, now);
  const halfLife = typeof halfLifeDays === 'number' ? halfLifeDays : (halfLifeDays[event] ?? 0);
  const side = (from[event] ?? 0) < (to[event] ?? 0) ? ties.intensityAb : ties.intensityBa;
  side[tie] = (side[tie] ?? 0) + grains(value[event] ?? 0, when, now, halfLife);
  ties.lastAt[tie] = Math.max(ties.lastAt[tie] ?? 0, when);
  ties.events[tie] = (ties.events[tie] ?? 0) + 1;
};

/** Of sorted values. */
const distinct = (sorted: Float64Array): Float64Array => {
  let count = 0;
  for (let index = 0; index < sorted.length; index += 1)
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[count++] = sorted[index] ?? 0;
  return sorted.slice(0, count);
};

const emptyTies = (pairs: Float64Array, people: number): TieColumns => ({
  a: Uint32Array.from(pairs, (key) => Math.floor(key / people)),
  b: Uint32Array.from(pairs, (key) => key % people),
  intensityAb: new Float64Array(pairs.length),
  intensityBa: new Float64Array(pairs.length),
  lastAt: new Float64Array(pairs.length).fill(Number.NEGATIVE_INFINITY),
  events: new Uint32Array(pairs.length),
});
