import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import type { MentionId, PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { ThreadSummary } from '../model/views.ts';
import { currentThreadOf } from './redirect-rows.ts';
import { joinDeadlines, joinReads, type SummaryRow, summaryColumns, toSummary } from './summary-columns.ts';

export type LockedThread = {
  readonly id: ThreadId;
  readonly connectionId: string;
  readonly version: number;
};

export const readThreadSummary = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  threadId: ThreadId,
): Promise<ThreadSummary | undefined> => {
  const { rows } = await tx.execute<SummaryRow>(sql`${kept}
    select ${summaryColumns} from threads t ${joinReads(workspaceId, personId)} ${joinDeadlines(workspaceId)}
    where t.workspace_id = ${workspaceId} and t.id = ${threadId}`);
  return rows[0] && toSummary(rows[0]);
};

/**
 * Holds the thread still until the commit: `update` to change it, `share` to hang something from it that a merge must not
 * lose. One that has become part of another stands for that: hang things from the `id` that comes back.
 */
export const lockThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  strength: 'update' | 'share',
): Promise<LockedThread | undefined> => {
  const thread = await lockExactly(tx, workspaceId, threadId, strength);
  if (thread) return thread;
  const current = await currentThreadOf(tx, workspaceId, threadId);
  return current === threadId ? undefined : lockExactly(tx, workspaceId, current, strength);
};

const lockExactly = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  strength: 'update' | 'share',
): Promise<LockedThread | undefined> => {
  const { rows } = await tx.execute<LockedThread>(sql`
    select id, connection_id as "connectionId", version
    from threads where workspace_id = ${workspaceId} and id = ${threadId}
    for ${strength === 'update' ? sql`update` : sql`share`}`);
  return rows[0];
};

/** Where a thread lives. */
export const readOrigin = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<{ readonly connectionId: string; readonly channel: string } | undefined> => {
  const { rows } = await tx.execute<{ connectionId: string; channel: string }>(sql`
    select connection_id as "connectionId", channel from threads
    where workspace_id = ${workspaceId} and id = ${threadId}`);
  return rows[0];
};

/** A person did this, the latest; `one-more` counts it as a change of its own. */
export const markChangedBy = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  personId: PersonId,
  counting: 'one-more' | 'as-counted' = 'as-counted',
): Promise<void> => {
  const more = counting === 'one-more' ? 1 : 0;
  await tx.execute(sql`
    update threads set changed_by = ${personId}::uuid, version = version + ${more}
    where workspace_id = ${workspaceId} and id = ${threadId}`);
};

export const hasThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<boolean> => {
  const { rows } = await tx.execute(sql`
    select from threads where workspace_id = ${workspaceId} and id = ${threadId}`);
  return rows.length > 0;
};

/** The latest `limit` mentions of a thread (before `before`, when given), oldest first, and whether earlier ones exist. */
export const readThreadMentionIds = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  page: { readonly before?: { readonly at: Date; readonly id: string }; readonly limit: number },
): Promise<{ readonly ids: readonly MentionId[]; readonly hasEarlier: boolean }> => {
  const before = page.before
    ? sql`and (said_at, mention_id) < (${page.before.at.toISOString()}::timestamptz, ${page.before.id}::uuid)`
    : sql``;
  const { rows } = await tx.execute<{ id: string }>(sql`${kept}
    select mention_id as id from thread_mentions
    where workspace_id = ${workspaceId} and thread_id = ${threadId} ${before}
    order by said_at desc, mention_id desc limit ${page.limit + 1}`);
  const ids = rows.slice(0, page.limit).map((row) => row.id);
  return { ids: ids.reverse(), hasEarlier: rows.length > page.limit };
};

/** The first `limit` mentions after a place, oldest first, and whether later ones exist. */
export const readThreadMentionsAfter = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  page: { readonly after: { readonly at: Date; readonly id: string }; readonly limit: number },
): Promise<{ readonly ids: readonly MentionId[]; readonly hasLater: boolean }> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select mention_id as id from thread_mentions
    where workspace_id = ${workspaceId} and thread_id = ${threadId}
      and (said_at, mention_id) > (${page.after.at.toISOString()}::timestamptz, ${page.after.id}::uuid)
    order by said_at, mention_id limit ${page.limit + 1}`);
  return { ids: rows.slice(0, page.limit).map((row) => row.id), hasLater: rows.length > page.limit };
};

/** The thread that a mention is in, and when it was said. */
export const readPlaceOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: MentionId,
): Promise<{ readonly threadId: ThreadId; readonly saidAt: Date; readonly removed: boolean } | undefined> => {
  const { rows } = await tx.execute<{ threadId: string; saidAt: string; removed: boolean }>(sql`
    select thread_id as "threadId", said_at as "saidAt", removed from thread_mentions
    where workspace_id = ${workspaceId} and mention_id = ${mentionId}`);
  const [row] = rows;
  return row && { ...row, saidAt: new Date(row.saidAt) };
};
