import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { askings } from './askings.table.ts';

export type AskingRow = typeof askings.$inferSelect;
export type NewAsking = typeof askings.$inferInsert;

/** Gives those that are new: to one mention there is one question. */
export const insertAskings = async (
  tx: Transaction,
  rows: readonly NewAsking[],
): Promise<readonly AskingRow[]> =>
  rows.length === 0
    ? []
    : tx
        .insert(askings)
        .values([...rows])
        .onConflictDoNothing()
        .returning();

const isOne = (workspaceId: WorkspaceId, id: string) =>
  and(eq(askings.workspaceId, workspaceId), eq(askings.id, id));

export const lockAsking = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<AskingRow | undefined> => {
  const [row] = await tx.select().from(askings).where(isOne(workspaceId, id)).for('update');
  return row;
};

export const findAsking = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<AskingRow | undefined> => {
  const [row] = await tx.select().from(askings).where(isOne(workspaceId, id));
  return row;
};

export const changeAsking = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<NewAsking>,
): Promise<void> => {
  await tx.update(askings).set(change).where(isOne(workspaceId, id));
};

/** What became of the answer of ours that carries a question; null when it has none or it is gone. */
export const replyStateOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyId: string,
): Promise<string | null> => {
  const { rows } = await tx.execute<{ state: string }>(sql`
    select state from replies where workspace_id = ${workspaceId} and id = ${replyId}`);
  return rows[0]?.state ?? null;
};

/** A question that was taken back or did not leave was not asked: it is proposed again. */
const notLeft = sql`exists (select from replies r where r.workspace_id = ${askings.workspaceId}
  and r.id = ${askings.replyId} and r.state in ('undone', 'failed', 'returned'))`;
const stillDone = sql`exists (select from threads t where t.workspace_id = ${askings.workspaceId}
  and t.id = coalesce((select x.thread_id from thread_mentions x where x.workspace_id = ${askings.workspaceId}
    and x.mention_id = ${askings.mentionId}), ${askings.threadId}) and t.status = 'done')`;
/** A question goes with what it answers when conversations are joined or divided; where that is gone, it stays where it was asked. */
const standsIn = (workspaceId: WorkspaceId, threadId: ThreadId): SQL => sql`${askings.id} in (
  select q.id from thread_mentions x join askings q on q.workspace_id = x.workspace_id and q.mention_id = x.mention_id
  where x.workspace_id = ${workspaceId} and x.thread_id = ${threadId}
  union all
  select q.id from askings q where q.workspace_id = ${workspaceId} and q.thread_id = ${threadId}
    and not exists (select from thread_mentions x where x.workspace_id = q.workspace_id and x.mention_id = q.mention_id))`;
const isProposed = or(eq(askings.state, 'proposed'), and(eq(askings.state, 'asked'), notLeft)) as SQL;

/** Questions that wait for this person to send them, the oldest conversation first; their conversations are still over. */
export const proposedTo = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  since: Date,
  limit: number,
): Promise<readonly AskingRow[]> =>
  tx
    .select()
    .from(askings)
    .where(
      and(
        eq(askings.workspaceId, workspaceId),
        eq(askings.personId, personId),
        isProposed,
        sql`${askings.dueAt} is null`,
        sql`${askings.createdAt} >= ${since.toISOString()}::timestamptz`,
        stillDone,
      ),
    )
    .orderBy(askings.createdAt)
    .limit(limit);

/** The latest question of a conversation, and whether it still waits to be sent. */
export const latestOfThread = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<(AskingRow & { readonly waits: boolean }) | undefined> => {
  const [row] = await tx
    .select({ asking: askings, waits: sql<boolean>`${isProposed} and ${stillDone}` })
    .from(askings)
    .where(and(eq(askings.workspaceId, workspaceId), standsIn(workspaceId, threadId)))
    .orderBy(sql`${askings.createdAt} desc`)
    .limit(1);
  return row && { ...row.asking, waits: row.waits };
};

/** Conversations in which an answer is waited for: those of a company fit in memory, each for a month at most. */
export const waitingThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct x.thread_id as id from askings q
    join thread_mentions x on x.workspace_id = q.workspace_id and x.mention_id = q.mention_id
    where q.workspace_id = ${workspaceId} and q.state = 'asked' and q.answered_at is null
      and q.expires_at > ${now.toISOString()}::timestamptz`);
  return rows.map(({ id }) => id);
};

/** For each open question of these conversations, the first that its person said after it. Conversations may have become one meanwhile. */
export const firstAnswers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
  now: Date,
): Promise<
  readonly { readonly askingId: string; readonly mentionId: string; readonly threadId: string }[]
> => {
  const { rows } = await tx.execute<{ askingId: string; mentionId: string; threadId: string }>(sql`
    select q.id as "askingId", f.id as "mentionId", x.thread_id as "threadId" from askings q
    join thread_mentions x on x.workspace_id = q.workspace_id and x.mention_id = q.mention_id
    join lateral (select m.id from thread_mentions y join mentions m on m.workspace_id = y.workspace_id and m.id = y.mention_id
      where y.workspace_id = q.workspace_id and y.thread_id = x.thread_id and not y.ours and not y.automatic and not y.removed
        and y.said_at > q.asked_at and m.author_id = q.author_id
      order by y.said_at, y.mention_id limit 1) f on true
    where q.workspace_id = ${workspaceId} and q.state = 'asked' and q.answered_at is null
      and q.expires_at > ${now.toISOString()}::timestamptz
      and x.thread_id = any(${sql.param([...threadIds])}::uuid[])`);
  return rows;
};

/** The person goes, the count stays: words, who it was and what points to them. */
export const forgetAskings = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
): Promise<number> => {
  const gone = await tx
    .update(askings)
    .set({ words: null, authorId: null, answerMentionId: null, caseId: null, changes: 0 })
    .where(
      and(
        eq(askings.workspaceId, workspaceId),
        or(inArray(askings.mentionId, [...mentionIds]), inArray(askings.answerMentionId, [...mentionIds])),
      ),
    )
    .returning({ id: askings.id });
  return gone.length;
};

/** Words older than they are kept. */
export const dropOldWords = async (tx: Transaction, before: Date): Promise<void> => {
  await tx.execute(sql`
    update askings set words = null where words is not null and answered_at < ${before.toISOString()}::timestamptz`);
};
