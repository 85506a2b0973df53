import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, PersonId, ReplyId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Divisible } from '../model/undo-merge.ts';
import { uuids } from './sql-values.ts';

/** What hangs from a thread, by id. */
export type Holdings = {
  readonly mentionIds: readonly MentionId[];
  readonly noteIds: readonly string[];
  readonly replyIds: readonly ReplyId[];
  readonly deadlineIds: readonly string[];
  readonly draftsOf: readonly PersonId[];
};

export const readHoldings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<Holdings> => {
  const idsOf = (table: string, column: string, condition = sql``) => sql`
    array(select ${sql.identifier(column)}::text from ${sql.identifier(table)}
      where workspace_id = ${workspaceId} and thread_id = ${threadId} ${condition} order by 1)`;
  const { rows } = await tx.execute<{ [Name in keyof Holdings]: string[] }>(sql`select
    ${idsOf('thread_mentions', 'mention_id')} as "mentionIds",
    ${idsOf('notes', 'id')} as "noteIds",
    ${idsOf('replies', 'id')} as "replyIds",
    ${idsOf('thread_deadlines', 'id', sql`and ended_at is not null`)} as "deadlineIds",
    ${idsOf('drafts', 'person_id')} as "draftsOf"`);
  return rows[0] as Holdings;
};

/** How many mentions these threads hold together. */
export const countMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from thread_mentions
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)})`);
  return rows[0]?.count ?? 0;
};

/** True while an answer in one of these threads is about to leave or is leaving. */
export const hasReplyUnderWay = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<boolean> => {
  const { rows } = await tx.execute(sql`
    select from replies where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)})
      and state in ('held', 'sending') limit 1`);
  return rows.length > 0;
};

/** The mentions of a thread with their native ids, the oldest first. */
export const readDivisible = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly Divisible[]> => {
  const { rows } = await tx.execute<Divisible>(sql`
    select m.id, m.connection_id as "connectionId", m.native_id as "nativeId", m.root_native_id as "rootNativeId",
      m.parent_native_id as "parentNativeId", m."references"
    from thread_mentions t join mentions m on m.workspace_id = t.workspace_id and m.id = t.mention_id
    where t.workspace_id = ${workspaceId} and t.thread_id = ${threadId} order by t.said_at, t.mention_id`);
  return rows;
};
