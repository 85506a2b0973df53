import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Code points kept for the list; `showPreview` makes them fit to be seen. */
export const PREVIEW_LENGTH = 200;

/**
 * Makes the summaries of these threads anew from their mentions and from what we sent: running it again changes
 * nothing. `fresh` are the mentions that have just come: a person's newer word among them opens a done thread.
 * Every table is read by a list of ids, in steps that the planner may not rearrange: on a young database, whose
 * statistics say that all is small, it would otherwise go through everything once per thread.
 */
export const refreshThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  fresh: readonly MentionId[] = [],
): Promise<void> => {
  if (threadIds.length === 0) return;
  const ids = uuids(threadIds);
  await tx.execute(sql`
    with before as materialized (
      select id, last_theirs_at from threads where workspace_id = ${workspaceId} and id = any(${ids})
    ), news as materialized (
      select unnest(${uuids(fresh)}) as mention_id
    ), turns as materialized (
      select m.*, n.mention_id is not null as fresh from before b
      cross join lateral (
        select * from thread_mentions m where m.workspace_id = ${workspaceId} and m.thread_id = b.id
        order by m.said_at offset 0
      ) m
      left join news n on n.mention_id = m.mention_id
    ), facts as materialized (
      select m.thread_id,
        count(*) filter (where not m.removed)::int as mention_count,
        bool_or(m.addressed) as addressed,
        bool_or(m.matched) as matched,
        max(m.said_at) filter (where not m.ours and not m.removed) as last_theirs_at,
        max(m.said_at) filter (where m.ours and not m.removed) as last_ours_at,
        max(m.said_at) as last_activity_at,
        bool_or(m.fresh and not m.ours and not m.automatic and not m.removed
          and m.said_at > coalesce(b.last_theirs_at, '-infinity')) as wrote_again,
        (array_agg(m.mention_id order by m.said_at desc, m.mention_id desc)
          filter (where not m.removed))[1] as latest_id,
        (array_agg(m.mention_id order by m.said_at, m.mention_id) filter (where not m.removed))[1] as opening_id,
        (array_agg(m.mention_id order by m.said_at desc, m.mention_id desc)
          filter (where not m.ours))[1] as theirs_id,
        (array_agg(case when m.ours then 'ours' when m.addressed or m.matched then 'to-us' else 'others' end
          order by m.said_at desc, m.mention_id desc)
          filter (where not m.removed and not m.automatic))[1] as last_word,
        max(m.said_at) filter (where not m.removed and not m.automatic) as last_word_at
      from turns m left join before b on b.id = m.thread_id
      group by m.thread_id
    ), words as materialized (
      select s.id, s.title, s.author_id,
        left(btrim(regexp_replace(left(coalesce(nullif(s.body, ''), s.title, ''), 800), '\\s+', ' ', 'g')),
          ${PREVIEW_LENGTH}) as preview
      from mentions s
      where s.workspace_id = ${workspaceId} and s.id = any(array(
        select unnest(array[latest_id, opening_id, theirs_id]) from facts))
    ), people as materialized (
      select a.id, a.name, a.handle, a.avatar_url from authors a
      where a.workspace_id = ${workspaceId} and a.id = any(array(select author_id from words))
    ), sent as materialized (
      select r.thread_id, max(r.sent_at) as at from replies r
      where r.workspace_id = ${workspaceId} and r.thread_id = any(${ids}) and r.state = 'sent'
      group by r.thread_id
    ), summaries as materialized (
      select f.*, sent.at as sent_at, latest.preview, opening.title, p.id as author_id, p.name, p.handle, p.avatar_url
      from facts f
      left join sent on sent.thread_id = f.thread_id
      left join words latest on latest.id = f.latest_id
      left join words opening on opening.id = f.opening_id
      left join words theirs on theirs.id = f.theirs_id
      left join people p on p.id = theirs.author_id
    )
    update threads t set
      mention_count = f.mention_count,
      addressed = f.addressed,
      matched = f.matched,
      last_theirs_at = f.last_theirs_at,
      last_ours_at = greatest(f.last_ours_at, f.sent_at),
      last_activity_at = greatest(f.last_activity_at, f.sent_at),
      status = case when f.wrote_again then 'open' else t.status end,
      version = case when f.wrote_again and t.status = 'done' then t.version + 1 else t.version end,
      changed_by = case when f.wrote_again and t.status = 'done' then null else t.changed_by end,
      waiting_for = case
        when f.sent_at > coalesce(f.last_word_at, '-infinity') then 'them'
        when f.last_word = 'ours' and f.last_theirs_at is not null then 'them'
        when f.last_word = 'to-us' then 'us'
        else 'nobody' end,
      subject = f.title,
      preview = coalesce(f.preview, ''),
      author_id = f.author_id,
      author_name = f.name,
      author_handle = f.handle,
      author_avatar_url = f.avatar_url
    from summaries f
    where t.workspace_id = ${workspaceId} and t.id = f.thread_id and t.id = any(${ids})`);
};
