import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WatchId, WorkspaceId } from '../../platform/ids.ts';

export type Step = 'day' | 'week' | 'month';

/** A time of others' words. `zone` is an IANA name: days begin at its midnight. */
export type TimelineAsked = {
  readonly since: Date;
  readonly until: Date;
  readonly by: Step;
  readonly zone: string;
  readonly channel?: string | undefined;
};

/** `bucket` is the first day of a span, such as `2026-11-16`. */
export type TimelineCount = {
  readonly kind: 'said' | 'aspect';
  readonly bucket: string | null;
  /** A channel, or an aspect. */
  readonly name: string;
  readonly polarity: string | null;
  readonly count: number;
};

const others = sql`not m.ours and m.automatic is null`;
const said = (workspaceId: WorkspaceId, { since, until, channel }: TimelineAsked) => sql`
  m.workspace_id = ${workspaceId} and m.said_at >= ${since.toISOString()}::timestamptz
  and m.said_at < ${until.toISOString()}::timestamptz and ${others}
  ${channel === undefined ? sql`` : sql`and m.channel = ${channel}`}`;

/** How much was said, span by span, channel by channel, and how; and of what, over the whole time. One reading of the table. */
export const readTimeline = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: TimelineAsked,
): Promise<readonly TimelineCount[]> => {
  const { rows } = await tx.execute<TimelineCount>(sql`
    with said as materialized (
      select date_trunc(${asked.by}, m.said_at at time zone ${asked.zone})::date as bucket, m.channel,
        m.reading->>'polarity' as polarity, nullif(m.reading->'aspects', '[]') as aspects
      from mentions m where ${said(workspaceId, asked)})
    select 'said' as kind, bucket::text as bucket, channel as name, polarity, count(*)::int as count
      from said group by bucket, channel, polarity
    union all
    select 'aspect', null, a->>'aspect', a->>'polarity', count(*)::int
      from said cross join lateral jsonb_array_elements(said.aspects) a where said.aspects is not null
     group by 3, 4`);
  return rows;
};

/** The day, in that zone, on which the company first had somewhere to listen; null without any. Removed ones count. */
export const readFirstDay = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  zone: string,
): Promise<string | null> => {
  const { rows } = await tx.execute<{ day: string | null }>(sql`
    select (min(created_at) at time zone ${zone})::date::text as day from connections where workspace_id = ${workspaceId}`);
  return rows[0]?.day ?? null;
};

/** How often each of these watches was met, span by span. */
export const readWatchCounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watches: readonly WatchId[],
  asked: TimelineAsked,
): Promise<readonly { readonly bucket: string; readonly watchId: WatchId; readonly count: number }[]> => {
  if (watches.length === 0) return [];
  const inChannel = asked.channel
    ? sql`and exists (select from mentions m where m.workspace_id = w.workspace_id and m.id = w.mention_id and m.channel = ${asked.channel})`
    : sql``;
  const { rows } = await tx.execute<{ bucket: string; watchId: WatchId; count: number }>(sql`
    select date_trunc(${asked.by}, w.said_at at time zone ${asked.zone})::date::text as bucket,
      w.watch_id as "watchId", count(*)::int as count
    from watch_matches w
    where w.workspace_id = ${workspaceId} and w.watch_id = any(${sql.param([...watches])}::uuid[])
      and w.said_at >= ${asked.since.toISOString()}::timestamptz and w.said_at < ${asked.until.toISOString()}::timestamptz
      ${inChannel}
    group by 1, 2`);
  return rows;
};

/** The first days of all spans of a time, also of those in which nothing was said. */
export const readBuckets = async (tx: Transaction, asked: TimelineAsked): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ bucket: string }>(sql`
    select each::date::text as bucket from generate_series(
      date_trunc(${asked.by}, ${asked.since.toISOString()}::timestamptz at time zone ${asked.zone}),
      (${asked.until.toISOString()}::timestamptz - interval '1 microsecond') at time zone ${asked.zone},
      ('1 ' || ${asked.by})::interval) each`);
  return rows.map(({ bucket }) => bucket);
};

/** The latest texts of a time that are still there, at most `limit`. */
export const readTextsOfTime = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: TimelineAsked,
  limit: number,
): Promise<readonly { readonly id: string; readonly text: string }[]> => {
  const { rows } = await tx.execute<{ id: string; text: string }>(sql`
    select m.id, left(concat_ws(' ', m.title, m.body), 2000) as text from mentions m
    where ${said(workspaceId, asked)} and m.removed_at is null and m.body <> ''
    order by m.said_at desc nulls last, m.id desc nulls last limit ${limit}`);
  return rows;
};
