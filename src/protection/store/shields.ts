import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { threadShields } from './thread-shields.table.ts';

export type KeptShield = typeof threadShields.$inferSelect;

/** False when the conversation is hidden from them already. */
export const insertShield = async (tx: Transaction, shield: KeptShield): Promise<boolean> =>
  (await tx.insert(threadShields).values(shield).onConflictDoNothing().returning({ id: threadShields.id }))
    .length > 0;

const open = (workspaceId: WorkspaceId) =>
  and(eq(threadShields.workspaceId, workspaceId), isNull(threadShields.endedAt));

export const shieldsOfThread = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: string,
): Promise<readonly KeptShield[]> =>
  tx
    .select()
    .from(threadShields)
    .where(and(open(workspaceId), eq(threadShields.threadId, threadId)))
    .orderBy(desc(threadShields.startedAt));

export const listShields = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly KeptShield[]> =>
  tx.select().from(threadShields).where(open(workspaceId)).orderBy(desc(threadShields.startedAt)).limit(500);

export const holdShield = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<KeptShield | undefined> => {
  const [row] = await tx
    .select()
    .from(threadShields)
    .where(and(open(workspaceId), eq(threadShields.id, id)))
    .for('update');
  return row;
};

export const changeShield = async (
  tx: Transaction,
  { workspaceId, id }: Pick<KeptShield, 'workspaceId' | 'id'>,
  change: Partial<Pick<KeptShield, 'openedAt' | 'endedAt' | 'endedBy' | 'handlerId'>>,
): Promise<void> => {
  await tx
    .update(threadShields)
    .set(change)
    .where(and(eq(threadShields.workspaceId, workspaceId), eq(threadShields.id, id)));
};

/** Conversations where the latest words were read as an insult, still open, without a shield and without a report: for a suggestion. */
export const insultedThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly { readonly threadId: string; readonly mentionId: string }[]> => {
  const { rows } = await tx.execute<{ threadId: string; mentionId: string }>(sql`
    select t.thread_id as "threadId", k.mention_id as "mentionId"
    from (
      select mention_id, said_at from mention_marks where workspace_id = ${workspaceId} and mark = 'insult'
      order by said_at desc limit 200
    ) k
    join thread_mentions t on t.workspace_id = ${workspaceId} and t.mention_id = k.mention_id and not t.removed
    join threads h on h.workspace_id = ${workspaceId} and h.id = t.thread_id and h.status <> 'done'
    where not exists (select from thread_shields s where s.workspace_id = ${workspaceId} and s.thread_id = t.thread_id)
      and not exists (select from protection_reports r where r.workspace_id = ${workspaceId} and r.thread_id = t.thread_id)
    order by k.said_at desc limit ${limit}`);
  return rows;
};
