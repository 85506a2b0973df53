import type { Events } from './event-columns.ts';

export type AnswersToUs = {
  readonly asked: number;
  readonly answered: number;
  /** Null: never answered. */
  readonly medianHours: number | null;
};

const HOUR_MS = 3_600_000;
/** An answer comes within two weeks, or it is another beginning. */
const WITHIN_MS = 14 * 24 * HOUR_MS;

/** Of what we said to each person how much they answered, and how soon; we stand at the place after the last. */
export const answersToUs = (people: number, events: Events): ReadonlyMap<number, AnswersToUs> => {
  const ours = new Map<number, number[]>();
  const theirs = new Map<number, number[]>();
  for (let event = 0; event < events.count; event += 1) {
    const [from, to] = [events.from[event] ?? 0, events.to[event] ?? 0];
    if ((from === people) === (to === people)) continue;
    const [times, person] = from === people ? [ours, to] : [theirs, from];
    const known = times.get(person);
    if (known) known.push(events.at[event] ?? 0);
    else times.set(person, [events.at[event] ?? 0]);
  }
  return new Map([...ours].map(([person, asked]) => [person, judge(asked, theirs.get(person) ?? [])]));
};

const judge = (asked: readonly number[], came: readonly number[]): AnswersToUs => {
  const answers = [...came].sort((a, b) => a - b);
  const waits = asked.flatMap((at) => {
    const first = answers[placeAfter(answers, at)];
    return first !== undefined && first - at <= WITHIN_MS ? [(first - at) / HOUR_MS] : [];
  });
  waits.sort((a, b) => a - b);
  return { asked: asked.length, answered: waits.length, medianHours: waits[waits.length >> 1] ?? null };
};

/** The first place whose value is after `at`, by halving. */
const placeAfter = (sorted: readonly number[], at: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};
