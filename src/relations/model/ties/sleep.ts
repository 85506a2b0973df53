/**
 * When a tie falls asleep: by its own rhythm, not by a number of days that is the same for all. Definition: the usual gap
 * g is the median of the gaps between the days of contact; awake within 2 g, falling asleep until 6 g, then asleep. Gaps
 * under three days count as three: who talks every day and rests a week has not gone. Source: GRAPH.md, definition 2
 * (dormant ties); gaps of human contact are heavy-tailed (Barabasi, Nature 2005), so a median and not a mean.
 */
export type Sleep = {
  readonly usualDays: number;
  readonly silentDays: number;
  readonly state: 'awake' | 'falling' | 'asleep';
};

const DAY = 86_400_000;
/** Multiples of the usual gap. */
const FALLING = 2;
const ASLEEP = 6;
const SHORTEST_GAP = 3;
/** Fewer gaps than this say nothing of a rhythm. */
const FEWEST_GAPS = 3;

/** How a tie with this rhythm (`usualGap`, days) and last contact stands at `now`. A last contact in the future is now. */
export const sleepOf = (
  { usualDays, lastAt }: { readonly usualDays: number; readonly lastAt: Date },
  now: Date,
): Sleep => {
  const silentDays = Math.max(0, (now.getTime() - lastAt.getTime()) / DAY);
  const gap = Math.max(SHORTEST_GAP, usualDays);
  const state = silentDays <= FALLING * gap ? 'awake' : silentDays <= ASLEEP * gap ? 'falling' : 'asleep';
  return { usualDays: gap, silentDays, state };
};

/**
 * The median of the gaps between contacts, in days; null with fewer than four days of contact. `times` in any order and
 * with repetitions: several contacts within one day are one.
 */
export const usualGap = (times: readonly Date[]): number | null => {
  const days = [...new Set(times.map((time) => Math.floor(time.getTime() / DAY)))].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  if (gaps.length < FEWEST_GAPS) return null;
  gaps.sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const upper = gaps[middle] ?? 0;
  return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] ?? 0) + upper) / 2;
};
