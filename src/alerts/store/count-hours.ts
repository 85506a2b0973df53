import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WatchId, WorkspaceId } from '../../platform/ids.ts';
import { HEARD, READ } from '../model/kinds.ts';
import { HOUR_MS, hourOf } from '../model/local-hours.ts';
import type { HourlyCounts } from '../model/seasonal-baseline.ts';

/** The longest past that is counted: what is usual is learnt from it. Hours. */
const COUNTED_HOURS = 98 * 24;
/** Hours counted again at each look: most mentions come within two days of being said. */
const AGAIN_HOURS = 48;
/** Hours after which everything is counted again: what came later still, and what was taken back. */
const WHOLE_EVERY = 20;

type Counting = { readonly watchVersion: Date; readonly wholeAt: Date };

/** Brings the counts of a watch up to `now`, from the indexes of its matches and of the marks of readings. */
export const countWatch = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watch: { readonly id: WatchId; readonly version: Date },
  now: Date,
): Promise<void> => {
  const known = await readCounting(tx, workspaceId, watch.id);
  const isWhole =
    !known ||
    known.watchVersion.getTime() !== watch.version.getTime() ||
    now.getTime() - known.wholeAt.getTime() > WHOLE_EVERY * HOUR_MS;
  const hours = isWhole ? COUNTED_HOURS : AGAIN_HOURS;
  const from = new Date((hourOf(now) - hours) * HOUR_MS);
  await recount(tx, workspaceId, watch.id, { from: isWhole ? null : from, counted: from, now });
  const wholeAt = isWhole ? now : known.wholeAt;
  const [version, whole, at] = [watch.version, wholeAt, now].map((time) => time.toISOString());
  await tx.execute(sql`
    insert into alert_countings (workspace_id, watch_id, watch_version, counted_at, whole_at)
    values (${workspaceId}, ${watch.id}, ${version}::timestamptz, ${at}::timestamptz, ${whole}::timestamptz)
    on conflict (workspace_id, watch_id) do update
      set watch_version = excluded.watch_version, counted_at = excluded.counted_at, whole_at = excluded.whole_at`);
};

const readCounting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watchId: WatchId,
): Promise<Counting | undefined> => {
  const { rows } = await tx.execute<{ version: string; whole: string }>(sql`
    select watch_version as version, whole_at as whole from alert_countings
     where workspace_id = ${workspaceId} and watch_id = ${watchId}`);
  const [row] = rows;
  return row && { watchVersion: new Date(row.version), wholeAt: new Date(row.whole) };
};

const recount = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watchId: WatchId,
  { from, counted, now }: { readonly from: Date | null; readonly counted: Date; readonly now: Date },
): Promise<void> => {
  const of = sql`workspace_id = ${workspaceId} and watch_id = ${watchId}`;
  const since = from ? sql`and hour >= ${from.toISOString()}::timestamptz` : sql``;
  await tx.execute(sql`delete from alert_hours where ${of} ${since}`);
  await tx.execute(sql`
    with matched as (
      select mention_id, date_trunc('hour', said_at) as hour from watch_matches
       where ${of} and said_at >= ${counted.toISOString()}::timestamptz and said_at <= ${now.toISOString()}::timestamptz
    ), marked as (
      select m.hour, k.mark from matched m
        join mention_marks k on k.workspace_id = ${workspaceId} and k.mention_id = m.mention_id
    )
    insert into alert_hours (workspace_id, watch_id, measure, hour, count)
    select ${workspaceId}::uuid, ${watchId}::uuid, measure, hour, count(*) from (
      select ${HEARD}::text as measure, hour from matched
      union all select ${READ}::text, hour from marked where mark in ('pos', 'neg', 'neu', 'mixed')
      union all select mark, hour from marked where mark = 'neg' or mark like 'aspect:%'
    ) counted group by measure, hour`);
};

/** What was counted of a watch, by measure, without gaps from the first mention up to the hour of `now`. */
export const readCounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watchId: WatchId,
  now: Date,
): Promise<ReadonlyMap<string, HourlyCounts>> => {
  const { rows } = await tx.execute<{ measure: string; hour: number; count: number }>(sql`
    select measure, (extract(epoch from hour) / 3600)::int as hour, count from alert_hours
     where workspace_id = ${workspaceId} and watch_id = ${watchId}`);
  const start = rows.reduce((first, { hour }) => Math.min(first, hour), hourOf(now));
  const byMeasure = new Map<string, number[]>();
  for (const { measure, hour, count } of rows) {
    const counts = byMeasure.get(measure) ?? new Array<number>(hourOf(now) - start + 1).fill(0);
    if (hour - start < counts.length) counts[hour - start] = count;
    byMeasure.set(measure, counts);
  }
  return new Map([...byMeasure].map(([measure, counts]) => [measure, { start, counts }]));
};

/** When the latest mention of a watch was said; null when there is none. */
export const lastHeardAt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watchId: WatchId,
  now: Date,
): Promise<Date | null> => {
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select max(said_at) as at from watch_matches
     where workspace_id = ${workspaceId} and watch_id = ${watchId} and said_at <= ${now.toISOString()}::timestamptz`);
  const at = rows[0]?.at;
  return at ? new Date(at) : null;
};
