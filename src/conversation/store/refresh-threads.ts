import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { PREVIEW_LENGTH, READ_AMONG } from '../model/first-summary.ts';
import { READ_FOR_PREVIEW } from './mention-facts.ts';
import { uuids } from './sql-values.ts';

/** Latest turns that a summary is made from: a thread of any length costs what one of so many costs. */
const WINDOW = 200;

/** What a batch of mentions has changed in threads. */
export type ThreadNews = {
  /** Mentions that have just come: a person's newer word among them opens a done thread. */
  readonly fresh: readonly MentionId[];
  /** By how many the mentions that are not taken back have grown, by thread. */
  readonly added: ReadonlyMap<ThreadId, number>;
  /** Threads that others became part of: counted anew, however long. */
  readonly merged: ReadonlySet<ThreadId>;
};

const noNews: ThreadNews = { fresh: [], added: new Map(), merged: new Set() };

/**
 * Makes the summaries of these threads anew from their latest mentions and from what we sent: running it again changes
 * nothing. Those that are new have theirs already (model/first-summary.ts). What lies before the latest two hundred mentions counts with what
 * the summary said already. Every row is looked up by its key, one by one, so that no statistics of the planner,
 * which are poor on a young database, can turn it into going through everything. Gives those that were over and that they opened again.
 */
export const refreshThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  news: ThreadNews = noNews,
): Promise<readonly ThreadId[]> => {
  if (threadIds.length === 0) return [];
  const touched = threadIds.map((id) => ({
    id,
    added: news.added.get(id) ?? 0,
    recount: news.merged.has(id),
  }));
  const { rows } = await tx.execute<{ id: ThreadId; reopened: boolean }>(sql`${kept}
    with summaries as materialized (${summaries(workspaceId, touched, news.fresh)})
    update threads t set
      mention_count = f.mention_count,
      addressed = f.addressed,
      matched = f.matched,
      last_theirs_at = f.last_theirs_at,
      last_ours_at = f.last_ours_at,
      last_activity_at = f.last_activity_at,
      status = case when f.wrote_again then 'open' else t.status end,
      version = case when f.wrote_again and t.status <> 'open' then t.version + 1 else t.version end,
      changed_by = case when f.wrote_again and t.status <> 'open' then null else t.changed_by end,
      waiting_for = f.waiting_for,
      subject = f.subject,
      preview = f.preview,
      author_id = f.author_id,
      author_name = f.name,
      author_handle = f.handle,
      author_avatar_url = f.avatar_url,
      polarity = f.polarity,
      intents = f.intents,
      urgency = f.urgency,
      needs_reply = f.needs_reply,
      toxic = f.toxic,
      unsure = f.unsure
    from summaries f
    where t.workspace_id = ${workspaceId} and t.id = f.id
    returning t.id, f.wrote_again and f.was = 'done' as reopened`);
  return rows.filter(({ reopened }) => reopened).map(({ id }) => id);
};

type Touched = {
  readonly id: ThreadId;
  readonly added: number;
  readonly recount: boolean;
};

const touchedColumns = {
  id: 'uuid',
  added: 'integer',
  recount: 'boolean',
} as const;

/** `is_long`: there may be more before the window; then what the window does not show is as it was before (`t`). */
const summaries = (
  workspaceId: WorkspaceId,
  touched: readonly Touched[],
  fresh: readonly MentionId[],
): SQL => sql`
  select b.id, f.addressed or (f.is_long and t.addressed) as addressed,
    f.matched or (f.is_long and t.matched) as matched, f.wrote_again, t.status as was,
    case when not f.is_long then f.seen
      when b.recount then (select count(*)::int from thread_mentions c
        where c.workspace_id = ${workspaceId} and c.thread_id = b.id and not c.removed)
      else t.mention_count + b.added end as mention_count,
    case when f.is_long then greatest(f.last_theirs_at, t.last_theirs_at) else f.last_theirs_at end as last_theirs_at,
    greatest(f.last_ours_at, sent.at, case when f.is_long then t.last_ours_at end) as last_ours_at,
    greatest(f.last_activity_at, sent.at) as last_activity_at,
    case
      when sent.at > coalesce(f.last_word_at, '-infinity') then 'them'
      when f.last_word is null and f.is_long then t.waiting_for
      when f.last_word = 'ours'
        and (f.last_theirs_at is not null or (f.is_long and t.last_theirs_at is not null)) then 'them'
      when f.last_word = 'to-us' then 'us'
      else 'nobody' end as waiting_for,
    case when f.is_long then t.subject else opening.title end as subject,
    coalesce(latest.preview, '') as preview,
    case when keeps_author then t.author_id else theirs.id end as author_id,
    case when keeps_author then t.author_name else theirs.name end as name,
    case when keeps_author then t.author_handle else theirs.handle end as handle,
    case when keeps_author then t.author_avatar_url else theirs.avatar_url end as avatar_url,
    said.reading->>'polarity' as polarity,
    case when said.reading is not null then array(select jsonb_array_elements_text(said.reading->'intents')) end as intents,
    (said.reading->>'urgency')::real as urgency,
    (said.reading->>'needsReply')::boolean as needs_reply,
    (said.reading->>'toxic')::boolean as toxic,
    (said.reading->>'unsure')::boolean as unsure
  from ${rowsOf(touched, touchedColumns, 'b')}
  left join lateral (
    select * from threads where workspace_id = ${workspaceId} and id = b.id limit 1
  ) t on true
  cross join lateral (
    select count(*) = ${WINDOW} as is_long,
      count(*) filter (where not m.removed)::int as seen,
      bool_or(m.addressed) as addressed,
      bool_or(m.matched) as matched,
      max(m.said_at) filter (where not m.ours and not m.removed) as last_theirs_at,
      max(m.said_at) filter (where m.ours and not m.removed) as last_ours_at,
      max(m.said_at) as last_activity_at,
      bool_or(m.fresh and not m.ours and not m.automatic and not m.removed
        and m.said_at > coalesce(t.last_theirs_at, '-infinity')) as wrote_again,
      (array_agg(m.mention_id order by m.said_at desc, m.mention_id desc)
        filter (where not m.removed))[1] as latest_id,
      (array_agg(m.mention_id order by m.said_at, m.mention_id) filter (where not m.removed))[1] as opening_id,
      (array_agg(m.mention_id order by m.said_at desc, m.mention_id desc)
        filter (where not m.ours))[1] as theirs_id,
      (array_agg(m.mention_id order by m.said_at desc, m.mention_id desc)
        filter (where not m.ours and not m.removed))[1:${READ_AMONG}] as their_latest,
      (array_agg(case when m.ours then 'ours' when m.addressed or m.matched then 'to-us' else 'others' end
        order by m.said_at desc, m.mention_id desc)
        filter (where not m.removed and not m.automatic))[1] as last_word,
      max(m.said_at) filter (where not m.removed and not m.automatic) as last_word_at
    from (
      select m.*, m.mention_id = any(${uuids(fresh)}) as fresh from thread_mentions m
      where m.workspace_id = ${workspaceId} and m.thread_id = b.id
      order by m.said_at desc, m.mention_id desc limit ${WINDOW}
    ) m
    having count(*) > 0
  ) f
  cross join lateral (select f.is_long and f.theirs_id is null as keeps_author) k
  left join lateral (
    select left(btrim(regexp_replace(left(coalesce(nullif(s.body, ''), s.title, ''), ${READ_FOR_PREVIEW}), '\\s+', ' ', 'g')),
      ${PREVIEW_LENGTH}) as preview
    from mentions s where s.workspace_id = ${workspaceId} and s.id = f.latest_id limit 1
  ) latest on true
  left join lateral (
    select s.title from mentions s where s.workspace_id = ${workspaceId} and s.id = f.opening_id limit 1
  ) opening on true
  left join lateral (
    select s.author_id from mentions s where s.workspace_id = ${workspaceId} and s.id = f.theirs_id limit 1
  ) word on true
  left join lateral (
    select a.id, a.name, a.handle, a.avatar_url from authors a
    where a.workspace_id = ${workspaceId} and a.id = word.author_id limit 1
  ) theirs on true
  left join lateral (
    select s.reading from unnest(f.their_latest) with ordinality k(id, place)
      cross join lateral (
        select reading from mentions where workspace_id = ${workspaceId} and id = k.id limit 1
      ) s
    where s.reading is not null order by k.place limit 1
  ) said on true
  left join lateral (
    select max(r.sent_at) as at from (
      select sent_at from replies
      where workspace_id = ${workspaceId} and thread_id = b.id and state = 'sent' offset 0
    ) r
  ) sent on true`;
