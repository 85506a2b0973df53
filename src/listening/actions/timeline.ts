import type { WatchId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MentionView } from '../model/mention-view.ts';
import { type GrownWord, grownWords, weightOf } from '../model/timeline/grown-words.ts';
import { type Unusual, unusualCounts } from '../model/timeline/unusual.ts';
import { readMentions } from '../store/read-mentions.ts';
import {
  readBuckets,
  readFirstDay,
  readTextsOfTime,
  readTimeline,
  readWatchCounts,
  type Step,
  type TimelineAsked,
  type TimelineCount,
} from '../store/read-timeline.ts';

const polarities = ['pos', 'neg', 'neu', 'mixed'] as const;
export type Polarities = Readonly<Record<(typeof polarities)[number], number>>;

export type TimelineSpan = {
  /** Its first day. */
  readonly from: string;
  readonly volume: number;
  /** Of those that were read, how; the rest had no text, or none yet. */
  readonly polarity: Polarities;
  readonly unusual: Unusual | null;
  /** By watch: how often it was met. */
  readonly watches: Readonly<Record<WatchId, number>>;
};

export type Timeline = {
  /** So many spans must stand before one for it to be judged unusual or not. */
  readonly stepsToJudge: number;
  readonly spans: readonly TimelineSpan[];
  readonly channels: readonly {
    readonly channel: string;
    readonly volume: number;
    readonly polarity: Polarities;
  }[];
  /** Of what was spoken over the whole time, and how of each. */
  readonly aspects: readonly {
    readonly aspect: string;
    readonly volume: number;
    readonly polarity: Polarities;
  }[];
};

/** How many spans before each it is held against: four weeks, two months, half a year. */
const SPANS_BEFORE: Readonly<Record<Step, number>> = { day: 28, week: 8, month: 6 };

/** What was said of us over a time, and how: others' words only, machines left out. */
export const readReputation = (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  asked: TimelineAsked,
  watches: readonly WatchId[],
): Promise<Timeline> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const all = await readBuckets(tx, asked);
    const counts = await readTimeline(tx, workspaceId, asked);
    const firstDay = await readFirstDay(tx, workspaceId, asked.zone);
    const met = await readWatchCounts(tx, workspaceId, watches, asked);
    const said = counts.filter(({ kind }) => kind === 'said');
    const byBucket = Map.groupBy(said, ({ bucket }) => bucket ?? '');
    const metIn = Map.groupBy(met, ({ bucket }) => bucket);
    const buckets = all.slice(firstHeard(all, firstDay, (bucket) => byBucket.has(bucket)));
    const volumes = buckets.map((bucket) => total(byBucket.get(bucket) ?? []));
    const unusual = unusualCounts(volumes, SPANS_BEFORE[asked.by]);
    return {
      stepsToJudge: SPANS_BEFORE[asked.by] / 2,
      spans: buckets.map((from, at) => ({
        from,
        volume: volumes[at] ?? 0,
        polarity: polaritiesOf(byBucket.get(from) ?? []),
        unusual: unusual[at] ?? null,
        watches: Object.fromEntries((metIn.get(from) ?? []).map(({ watchId, count }) => [watchId, count])),
      })),
      channels: byName(said).map(({ name, ...rest }) => ({ channel: name, ...rest })),
      aspects: byName(counts.filter(({ kind }) => kind === 'aspect')).map(({ name, ...rest }) => ({
        aspect: name,
        ...rest,
      })),
    };
  });

/**
 * Where the telling begins: at the span in which the company first had somewhere to listen, or at the first one with words
 * (brought in from the past). What nobody listened to is no silence; the last span is always told.
 */
const firstHeard = (
  buckets: readonly string[],
  firstDay: string | null,
  hasWords: (bucket: string) => boolean,
): number => {
  const heard = buckets.findIndex(
    (bucket, at) => hasWords(bucket) || (firstDay !== null && (buckets[at + 1] ?? '9999') > firstDay),
  );
  return heard === -1 ? Math.max(0, buckets.length - 1) : heard;
};

const total = (counts: readonly TimelineCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

const polaritiesOf = (counts: readonly TimelineCount[]): Polarities => {
  const of = (polarity: string) => total(counts.filter((each) => each.polarity === polarity));
  return { pos: of('pos'), neg: of('neg'), neu: of('neu'), mixed: of('mixed') };
};

const byName = (counts: readonly TimelineCount[]) =>
  [...Map.groupBy(counts, ({ name }) => name)]
    .map(([name, all]) => ({ name, volume: total(all), polarity: polaritiesOf(all) }))
    .sort((a, b) => b.volume - a.volume || (a.name < b.name ? -1 : 1));

export type Change = {
  /** How many texts were compared: of the time itself, and of the time before. */
  readonly texts: number;
  readonly textsBefore: number;
  readonly words: readonly GrownWord[];
  readonly mentions: readonly MentionView[];
};

const TEXTS_NOW = 2_000;
const TEXTS_BEFORE = 4_000;
/** The time before is so many times as long. */
const TIMES_BEFORE = 4;
const MOST_WORDS = 12;
const MOST_MENTIONS = 5;

/** What explains a time: the words that grew against the time before it, and the mentions that are most made of them. */
export const explainChange = (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  asked: TimelineAsked,
): Promise<Change> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const { since, until } = asked;
    const earlier = new Date(since.getTime() - TIMES_BEFORE * (until.getTime() - since.getTime()));
    const now = await readTextsOfTime(tx, workspaceId, asked, TEXTS_NOW);
    const before = await readTextsOfTime(
      tx,
      workspaceId,
      { ...asked, since: earlier, until: since },
      TEXTS_BEFORE,
    );
    const words = grownWords(
      now.map(({ text }) => text),
      before.map(({ text }) => text),
    ).slice(0, MOST_WORDS);
    const telling = now
      .map(({ id, text }) => ({ id, weight: weightOf(text, words) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_MENTIONS)
      .map(({ id }) => id);
    const mentions = await readMentions(tx, workspaceId, telling);
    return { texts: now.length, textsBefore: before.length, words, mentions };
  });
