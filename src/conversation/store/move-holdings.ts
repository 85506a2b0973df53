import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { MentionId, PersonId, ReplyId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { texts, uuids } from './sql-values.ts';

/** From which thread to which. */
export type Move = {
  readonly workspaceId: WorkspaceId;
  readonly from: ThreadId;
  readonly to: ThreadId;
};

/** A thread with nothing in it yet, on the connection and with the marks of `like`: its summary is `refreshThreads`' work. */
export const insertBareThread = async (
  tx: Transaction,
  { workspaceId, from, to }: Move,
  version: number,
): Promise<void> => {
  await tx.execute(sql`
    insert into threads (workspace_id, id, connection_id, channel, root_native_id, preview, addressed, matched,
      status, waiting_for, version, last_activity_at)
    select workspace_id, ${to}::uuid, connection_id, channel, ${to}, '', addressed, matched, 'open', 'nobody',
      ${version}::int, last_activity_at
    from threads where workspace_id = ${workspaceId} and id = ${from}`);
};

/** Mentions, and the answers that were given to them or came back as them. */
export const moveMentions = async (
  tx: Transaction,
  { workspaceId, from, to }: Move,
  mentionIds: readonly MentionId[],
): Promise<void> => {
  await tx.execute(sql`
    update thread_mentions set thread_id = ${to}::uuid
    where workspace_id = ${workspaceId} and thread_id = ${from} and mention_id = any(${uuids(mentionIds)})`);
  await tx.execute(sql`
    update replies r set thread_id = ${to}::uuid
    where r.workspace_id = ${workspaceId} and r.thread_id = ${from} and coalesce(
      (select m.id from mentions m where m.workspace_id = ${workspaceId}
        and m.connection_id = r.connection_id and m.native_id = r.native_id limit 1),
      r.mention_id) = any(${uuids(mentionIds)})`);
};

export const moveKeys = async (
  tx: Transaction,
  { workspaceId, from, to }: Move,
  keys: readonly { readonly connectionId: string; readonly key: string }[],
): Promise<void> => {
  await tx.execute(sql`
    update thread_keys k set thread_id = ${to}::uuid
    from ${rowsOf(keys, { connectionId: 'uuid', key: 'text' })}
    where k.workspace_id = ${workspaceId} and k.connection_id = r."connectionId" and k.key = r.key
      and k.thread_id = ${from}`);
};

/** What a part had before it was joined, as far as it is still there. */
export const moveBelongings = async (
  tx: Transaction,
  { workspaceId, from, to }: Move,
  part: {
    readonly noteIds: readonly string[];
    readonly replyIds: readonly ReplyId[];
    readonly deadlineIds: readonly string[];
    readonly draftsOf: readonly PersonId[];
  },
): Promise<void> => {
  const move = (table: string, column: string, ids: readonly string[]) =>
    ids.length === 0
      ? undefined
      : tx.execute(sql`
          update ${sql.identifier(table)} set thread_id = ${to}::uuid
          where workspace_id = ${workspaceId} and thread_id = ${from}
            and ${sql.identifier(column)}::text = any(${texts(ids)})`);
  await move('notes', 'id', part.noteIds);
  await move('note_mentions', 'note_id', part.noteIds);
  await move('replies', 'id', part.replyIds);
  await move('thread_deadlines', 'id', part.deadlineIds);
  await move('drafts', 'person_id', part.draftsOf);
};

/** What `refreshThreads` takes as known of long threads, counted from all their mentions. */
export const recount = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<void> => {
  await tx.execute(sql`
    update threads t set addressed = f.addressed, matched = f.matched, last_theirs_at = f.theirs_at,
      last_ours_at = f.ours_at, last_activity_at = f.at,
      subject = (select s.title from mentions s where s.workspace_id = ${workspaceId} and s.id = f.opening)
    from (
      select thread_id, bool_or(addressed) as addressed, bool_or(matched) as matched, max(said_at) as at,
        max(said_at) filter (where not ours and not removed) as theirs_at,
        max(said_at) filter (where ours and not removed) as ours_at,
        (array_agg(mention_id order by said_at, mention_id) filter (where not removed))[1] as opening
      from thread_mentions where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)})
      group by thread_id
    ) f
    where t.workspace_id = ${workspaceId} and t.id = f.thread_id`);
};
