import type { FalseAlarms } from './false-alarms.ts';
import type { LocalHours } from './local-hours.ts';
import { type Baseline, fitBaseline, type HourlyCounts } from './seasonal-baseline.ts';
import { findShifts, type SharedCounts, usualShare } from './shift.ts';
import { findSilence } from './silence.ts';
import { findSpike, type Heard, isStillHigh, type Spike } from './spike.ts';

/** Hours of the past that the usual is learnt from: twelve weeks. */
export const LEARNT_FROM = 84 * 24;

/** What would have been told: hours since 1970. `ended` is null when it still goes on. */
export type ToldStory = { readonly began: number; readonly opened: number; readonly ended: number | null };

export type Replay = {
  readonly counts: HourlyCounts;
  readonly local: LocalHours;
  readonly choice: FalseAlarms;
  /** Hours since 1970: looks begin here; what is before is only learnt from. */
  readonly from: number;
  /** Days after which the usual is learnt anew: 1 unless told. */
  readonly learnEvery?: number;
};

/** Counts by hour as `Heard`: an hour that has begun counts with what it has so far, and moments within an hour as its end. */
export const heardOf = ({ start, counts }: HourlyCounts): Heard => {
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) as number) + count);
  const upTo = (hour: number): number =>
    sums[Math.min(counts.length, Math.max(0, Math.ceil(hour) - start))] ?? 0;
  return (from, to) => upTo(to) - upTo(from);
};

/** The spikes that would have been told, looking every `every` hours (1 unless told), each day with what was known the day before. */
export const replaySpikes = (
  replay: Replay & { readonly heard?: Heard; readonly every?: number },
): readonly (ToldStory & { readonly spike: Spike })[] => {
  const { counts, choice, every = 1 } = replay;
  const heard = replay.heard ?? heardOf(counts);
  const stories: (ToldStory & { readonly spike: Spike })[] = [];
  let open: (ToldStory & { readonly spike: Spike }) | null = null;
  let notBefore = Number.NEGATIVE_INFINITY;
  eachLook(replay, every, (baseline, now) => {
    if (open) {
      if (isStillHigh({ baseline, heard, now }, open.spike.to - open.spike.from)) return;
      stories.push({ ...open, ended: now });
      [open, notBefore] = [null, now];
      return;
    }
    const spike = findSpike({ baseline, heard, now, notBefore, choice });
    if (spike) open = { began: spike.from, opened: now, ended: null, spike };
  });
  return open ? [...stories, open] : stories;
};

/** The silences that would have been told. */
export const replaySilences = (replay: Replay): readonly ToldStory[] => {
  const { counts, choice } = replay;
  const stories: ToldStory[] = [];
  let open: ToldStory | null = null;
  let lastHeard =
    counts.start + counts.counts.findLastIndex((n, at) => n > 0 && counts.start + at < replay.from) + 1;
  eachLook(replay, 1, (baseline, now) => {
    if ((counts.counts[now - 1 - counts.start] ?? 0) > 0) {
      lastHeard = now;
      if (open) stories.push({ ...open, ended: now });
      open = null;
      return;
    }
    const silence = open ? null : findSilence({ baseline, lastHeard, now, choice });
    if (silence) open = { began: silence.since, opened: now, ended: null };
  });
  return open ? [...stories, open] : stories;
};

/** The shifts that would have been told: the usual is what was known when looks begin. */
export const replayShifts = (
  counts: SharedCounts,
  replay: { readonly choice: FalseAlarms; readonly from: number; readonly among: number },
): readonly ToldStory[] => {
  const known = Math.max(0, replay.from - counts.start);
  const before = { ...counts, read: counts.read.slice(0, known), marked: counts.marked.slice(0, known) };
  const after = {
    start: counts.start + known,
    read: counts.read.slice(known),
    marked: counts.marked.slice(known),
  };
  return findShifts(after, usualShare(before), replay);
};

/** Goes through the time looked at, with the usual learnt anew at each midnight of the place. */
const eachLook = (replay: Replay, every: number, look: (baseline: Baseline, now: number) => void): void => {
  const { counts, local, from, learnEvery = 1 } = replay;
  const end = counts.start + counts.counts.length;
  let learnt = null as { readonly day: number; readonly at: number; readonly baseline: Baseline } | null;
  const steps = Math.round(1 / every);
  for (let hour = Math.max(from, counts.start); hour < end; hour += 1) {
    const { day } = local(hour);
    if (!learnt || (learnt.day !== day && hour - learnt.at >= (learnEvery - 1) * 24 + 1))
      learnt = { day, at: hour, baseline: fitBaseline(before(counts, hour), local) };
    for (let step = 1; step <= steps; step += 1) look(learnt.baseline, hour + step * every);
  }
};

const before = ({ start, counts }: HourlyCounts, hour: number): HourlyCounts => {
  const first = Math.max(0, hour - start - LEARNT_FROM);
  return { start: start + first, counts: counts.slice(first, hour - start) };
};
