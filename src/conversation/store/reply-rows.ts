import { and, asc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, ReplyId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { ReplyProgress } from '../model/reply-state.ts';
import { replies } from './replies.table.ts';
import { uuids } from './sql-values.ts';

export type ReplyRow = typeof replies.$inferSelect;
export type NewReplyRow = typeof replies.$inferInsert;

const isReply = (workspaceId: WorkspaceId, id: ReplyId) =>
  and(eq(replies.workspaceId, workspaceId), eq(replies.id, id));

export const readReply = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
): Promise<ReplyRow | undefined> => {
  const [row] = await tx.select().from(replies).where(isReply(workspaceId, id));
  return row;
};

/** The reply, ours until the commit; waits for whoever has it now. */
export const lockReply = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
): Promise<ReplyRow | undefined> => {
  const [row] = await tx.select().from(replies).where(isReply(workspaceId, id)).for('update');
  return row;
};

/** As `lockReply`, but undefined at once when another worker has it: two never deliver one reply. */
export const claimReply = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
): Promise<ReplyRow | undefined> => {
  const [row] = await tx
    .select()
    .from(replies)
    .where(isReply(workspaceId, id))
    .for('update', { skipLocked: true });
  return row;
};

/** True when it was written; false when this id exists already. */
export const insertReply = async (tx: Transaction, row: NewReplyRow): Promise<boolean> => {
  const written = await tx.insert(replies).values(row).onConflictDoNothing().returning({ id: replies.id });
  return written.length > 0;
};

export const saveProgress = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
  progress: ReplyProgress,
): Promise<ReplyRow> => {
  const { state, sendAfter, attempts, attemptStartedAt, unknownSince, dueAt, nextAttemptAt, problem } =
    progress;
  const [row] = await tx
    .update(replies)
    .set({ state, sendAfter, attempts, attemptStartedAt, unknownSince, dueAt, nextAttemptAt, problem })
    .where(isReply(workspaceId, id))
    .returning();
  if (!row) throw new Error('a locked reply vanished');
  return row;
};

/** What the channel called it. A native id that another reply of ours has already is not believed. */
export const saveSent = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
  sent: { readonly nativeId: string; readonly url: string | null; readonly sentAt: Date },
): Promise<void> => {
  await tx
    .update(replies)
    .set({
      nativeId: sql`case when exists (
        select from replies other where other.workspace_id = ${workspaceId} and other.id <> ${id}
          and other.connection_id = ${replies.connectionId} and other.native_id = ${sent.nativeId}
      ) then null else ${sent.nativeId}::text end`,
      url: sent.url,
      sentAt: sent.sentAt,
      draft: null,
    })
    .where(isReply(workspaceId, id));
};

export const saveReceipt = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
  receipt: { readonly deliveredAt: Date; readonly readAt: Date | null },
): Promise<ReplyRow> => {
  const [row] = await tx.update(replies).set(receipt).where(isReply(workspaceId, id)).returning();
  if (!row) throw new Error('a locked reply vanished');
  return row;
};

/** The attempt under way is alive: its lease is longer from here. False when it is no longer ours. */
export const extendLease = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
  attemptStartedAt: Date,
  until: Date,
): Promise<boolean> => {
  const rows = await tx
    .update(replies)
    .set({ dueAt: until })
    .where(
      and(
        isReply(workspaceId, id),
        eq(replies.state, 'sending'),
        eq(replies.attemptStartedAt, attemptStartedAt),
      ),
    )
    .returning({ id: replies.id });
  return rows.length > 0;
};

/** Replies that somebody should look at now, of all workspaces: longest overdue first. */
export const readDueReplies = (
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<{ workspaceId: WorkspaceId; id: ReplyId }[]> =>
  tx
    .select({ workspaceId: replies.workspaceId, id: replies.id })
    .from(replies)
    .where(lte(replies.dueAt, now))
    .orderBy(asc(replies.dueAt))
    .limit(limit);

/** Makes every attempt begun before `before` due at `now`, of all workspaces. */
export const hastenAttempts = async (tx: Transaction, before: Date, now: Date): Promise<void> => {
  await tx
    .update(replies)
    .set({ dueAt: now })
    .where(and(inArray(replies.state, ['sending', 'unknown']), lt(replies.attemptStartedAt, before)));
};

/** Sent replies by what the channel calls them, locked. */
export const lockSentReplies = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  nativeIds: readonly string[],
): Promise<ReplyRow[]> =>
  tx
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        eq(replies.connectionId, connectionId),
        inArray(replies.nativeId, [...nativeIds]),
      ),
    )
    .orderBy(asc(replies.id))
    .for('update');

export const readThreadReplies = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<ReplyRow[]> =>
  tx
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.threadId, threadId)))
    .orderBy(asc(replies.createdAt), asc(replies.id))
    .limit(200);

/** What was taken back is not carried along in an answer that has not left. */
export const forgetQuotes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<void> => {
  if (mentionIds.length === 0) return;
  await tx.execute(sql`
    update replies set draft = draft #- '{inReplyTo,quote}'
    where workspace_id = ${workspaceId} and mention_id = any(${uuids(mentionIds)}) and draft is not null`);
};
