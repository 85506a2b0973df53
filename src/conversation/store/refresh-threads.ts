import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { uuids } from './sql-values.ts';

/** Code points kept for the list; `showPreview` makes them fit to be seen. */
export const PREVIEW_LENGTH = 200;

/**
 * Makes the summaries of these threads anew from their mentions and from what we sent: running it again changes
 * nothing. `fresh` are the mentions that have just come: a person's newer word among them opens a done thread.
 */
export const refreshThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  fresh: readonly MentionId[] = [],
): Promise<void> => {
  if (threadIds.length === 0) return;
  await tx.execute(sql`
    with facts as (
      select m.thread_id,
        count(*) filter (where not m.removed)::int as mention_count,
        bool_or(m.addressed) as addressed,
        bool_or(m.matched) as matched,
        max(m.said_at) filter (where not m.ours and not m.removed) as last_theirs_at,
        max(m.said_at) filter (where m.ours and not m.removed) as last_ours_at,
        max(m.said_at) as last_activity_at,
        bool_or(not m.ours and not m.automatic and not m.removed and m.mention_id = any(${uuids(fresh)})
          and m.said_at > coalesce(t.last_theirs_at, '-infinity')) as wrote_again
      from thread_mentions m
      join threads t on t.workspace_id = m.workspace_id and t.id = m.thread_id
      where m.workspace_id = ${workspaceId} and m.thread_id = any(${uuids(threadIds)})
      group by m.thread_id
    )
    update threads t set
      mention_count = f.mention_count,
      addressed = f.addressed,
      matched = f.matched,
      last_theirs_at = f.last_theirs_at,
      last_ours_at = greatest(f.last_ours_at, sent.at),
      last_activity_at = greatest(f.last_activity_at, sent.at),
      status = case when f.wrote_again then 'open' else t.status end,
      version = case when f.wrote_again and t.status = 'done' then t.version + 1 else t.version end,
      changed_by = case when f.wrote_again and t.status = 'done' then null else t.changed_by end,
      waiting_for = case
        when sent.at > coalesce(human.said_at, '-infinity') then 'them'
        when human.said_at is null then 'nobody'
        when human.ours then case when f.last_theirs_at is null then 'nobody' else 'them' end
        when human.addressed or human.matched then 'us'
        else 'nobody' end,
      subject = opening.title,
      preview = coalesce(latest.preview, ''),
      author_id = theirs.id,
      author_name = theirs.name,
      author_handle = theirs.handle,
      author_avatar_url = theirs.avatar_url
    from facts f
    left join lateral (
      select left(btrim(regexp_replace(left(coalesce(nullif(s.body, ''), s.title, ''), 800), '\\s+', ' ', 'g')),
        ${PREVIEW_LENGTH}) as preview
      from thread_mentions m
      join mentions s on s.workspace_id = m.workspace_id and s.id = m.mention_id
      where m.workspace_id = ${workspaceId} and m.thread_id = f.thread_id and not m.removed
      order by m.said_at desc, m.mention_id desc limit 1
    ) latest on true
    left join lateral (
      select s.title from thread_mentions m
      join mentions s on s.workspace_id = m.workspace_id and s.id = m.mention_id
      where m.workspace_id = ${workspaceId} and m.thread_id = f.thread_id and not m.removed
      order by m.said_at, m.mention_id limit 1
    ) opening on true
    left join lateral (
      select a.id, a.name, a.handle, a.avatar_url from thread_mentions m
      join mentions s on s.workspace_id = m.workspace_id and s.id = m.mention_id
      join authors a on a.workspace_id = s.workspace_id and a.id = s.author_id
      where m.workspace_id = ${workspaceId} and m.thread_id = f.thread_id and not m.ours
      order by m.said_at desc, m.mention_id desc limit 1
    ) theirs on true
    left join lateral (
      select m.said_at, m.ours, m.addressed, m.matched from thread_mentions m
      where m.workspace_id = ${workspaceId} and m.thread_id = f.thread_id and not m.removed and not m.automatic
      order by m.said_at desc, m.mention_id desc limit 1
    ) human on true
    left join lateral (
      select max(r.sent_at) as at from replies r
      where r.workspace_id = ${workspaceId} and r.thread_id = f.thread_id and r.state = 'sent'
    ) sent on true
    where t.workspace_id = ${workspaceId} and t.id = f.thread_id`);
};
