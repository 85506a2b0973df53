import { aspects } from '../../language/index.ts';
import type { AlertFacts } from '../model/facts.ts';
import { HEARD, READ } from '../model/kinds.ts';
import { createLocalHours, HOUR_MS, hourOf } from '../model/local-hours.ts';
import { heardOf, LEARNT_FROM } from '../model/replay.ts';
import { type Baseline, fitBaseline, type HourlyCounts } from '../model/seasonal-baseline.ts';
import { findShifts, type SharedCounts, usualShare } from '../model/shift.ts';
import { findSilence } from '../model/silence.ts';
import { findSpike, isStillHigh, rangeOf } from '../model/spike.ts';
import type { AlertRule } from '../store/rules.ts';
import type { Alert } from '../store/stories.ts';

/** What is known of a watch at a look. */
export type Known = {
  readonly counts: ReadonlyMap<string, HourlyCounts>;
  readonly lastHeard: Date | null;
  readonly timeZone: string;
  readonly now: Date;
};

/** What a rule sees now: a story that goes on (`beganAt`, `facts`), or that there is none. */
export type Seen = {
  readonly measure: string;
  readonly story: { readonly beganAt: Date; readonly facts: AlertFacts } | null;
};

/** Hours that shares are followed for; what is usual is learnt from before. */
const FOLLOWED = 14 * 24;
/** Hours of history without which nothing is compared. */
const LEAST_KNOWN = 72;
const LEAST_READ = 20;
const NO_CHANCE = { chance: null, usualShare: null, windowHours: 0, mentionId: null } as const;

/** `latest` is the rule's story that goes on, else its latest that ended. */
export const lookForSpike = (rule: AlertRule, known: Known, latest: Alert | undefined): Seen => {
  const none = { measure: HEARD, story: null };
  const counts = known.counts.get(HEARD);
  const baseline = counts && usualOf(counts, known);
  if (!counts || !baseline) return none;
  const heard = heardOf(counts);
  const now = known.now.getTime() / HOUR_MS;
  if (latest && !latest.endedAt) {
    if (!isStillHigh({ baseline, heard, now }, latest.facts.windowHours)) return none;
    const from = latest.beganAt.getTime() / HOUR_MS;
    const facts = { ...latest.facts, heard: Math.max(latest.facts.heard, heard(from, now)) };
    const usual = rangeOf(baseline.window(from, now));
    return {
      measure: HEARD,
      story: { beganAt: latest.beganAt, facts: { ...facts, ...usual, marked: facts.heard } },
    };
  }
  const notBefore = Math.max(hourAfter(rule.since), hourAfter(latest?.endedAt ?? null));
  const spike = findSpike({ baseline, heard, now, notBefore, choice: rule.falseAlarms });
  if (!spike) return none;
  const { from, chance, expected, low, high } = spike;
  const windowHours = Math.ceil(spike.to) - from;
  const facts = {
    ...NO_CHANCE,
    heard: spike.heard,
    marked: spike.heard,
    expected,
    low,
    high,
    chance,
    windowHours,
  };
  return { measure: HEARD, story: { beganAt: new Date(from * HOUR_MS), facts } };
};

export const lookForSilence = (rule: AlertRule, known: Known): Seen => {
  const counts = known.counts.get(HEARD);
  const baseline = counts && usualOf(counts, known);
  if (!baseline || !known.lastHeard) return { measure: HEARD, story: null };
  const now = known.now.getTime() / HOUR_MS;
  const lastHeard = known.lastHeard.getTime() / HOUR_MS;
  const silence = findSilence({ baseline, lastHeard, now, choice: rule.falseAlarms });
  if (!silence) return { measure: HEARD, story: null };
  const usual = rangeOf(baseline.window(silence.since, now));
  const facts = {
    ...NO_CHANCE,
    heard: 0,
    marked: 0,
    ...usual,
    expected: silence.expected,
    chance: silence.chance,
  };
  return { measure: HEARD, story: { beganAt: known.lastHeard, facts } };
};

/** Of one share (`neg`), or of each aspect. */
export const lookForShifts = (
  rule: AlertRule,
  known: Known,
  latestOf: (measure: string) => Alert | undefined,
): readonly Seen[] => {
  const read = known.counts.get(READ);
  if (!read) return [];
  const measures = rule.kind === 'polarity' ? ['neg'] : aspects.map((aspect) => `aspect:${aspect}`);
  return measures.map((measure) => {
    const marked = known.counts.get(measure)?.counts ?? read.counts.map(() => 0);
    const latest = latestOf(measure);
    const after = latest?.endedAt ?? rule.since;
    return {
      measure,
      story: lookForShift({ start: read.start, read: read.counts, marked }, rule, measures.length, after),
    };
  });
};

const lookForShift = (
  counts: SharedCounts,
  { falseAlarms }: AlertRule,
  among: number,
  after: Date,
): Seen['story'] => {
  const split = Math.max(0, counts.read.length - FOLLOWED);
  const before = part(counts, 0, split);
  if (before.read.reduce((sum, n) => sum + n, 0) < LEAST_READ) return null;
  const usual = usualShare(before);
  const shift = findShifts(part(counts, split), usual, { choice: falseAlarms, among }).at(-1);
  if (!shift || shift.ended !== null || (shift.opened + 1) * HOUR_MS <= after.getTime()) return null;
  const expected = shift.read * usual.share;
  const spread = 1.28 * Math.sqrt(expected * (1 - usual.share) * (1 + usual.readADay * usual.likeness));
  const range = { low: Math.max(0, Math.floor(expected - spread)), high: Math.ceil(expected + spread) };
  const figures = { heard: shift.read, marked: shift.marked, expected, ...range, usualShare: usual.share };
  return { beganAt: new Date(shift.began * HOUR_MS), facts: { ...NO_CHANCE, ...figures } };
};

const part = ({ start, read, marked }: SharedCounts, from: number, to?: number): SharedCounts => ({
  start: start + from,
  read: read.slice(from, to),
  marked: marked.slice(from, to),
});

/** What was usual up to the midnight before `now`; null while too little is known. */
export const usualOf = (
  counts: HourlyCounts,
  { timeZone, now }: Pick<Known, 'timeZone' | 'now'>,
): Baseline | null => {
  const local = createLocalHours(timeZone);
  const current = hourOf(now);
  const today = local(current).day;
  let midnight = current;
  while (local(midnight - 1).day === today) midnight -= 1;
  const first = Math.max(0, midnight - counts.start - LEARNT_FROM);
  const past = counts.counts.slice(first, Math.max(0, midnight - counts.start));
  return past.length < LEAST_KNOWN ? null : fitBaseline({ start: counts.start + first, counts: past }, local);
};

const hourAfter = (at: Date | null): number => (at ? Math.ceil(at.getTime() / HOUR_MS) : 0);
