import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { instantOf, uuids } from './sql-values.ts';

export type SpokenThread = {
  readonly threadId: ThreadId;
  /** The latest of these mentions in it. */
  readonly mentionId: string;
  /** One of them began it. */
  readonly isNew: boolean;
};

/** In which conversations these mentions stand: what machines said, and what was said before then, is left out. */
export const readSpoken = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly string[],
  since: Date,
): Promise<readonly SpokenThread[]> => {
  const { rows } = await tx.execute<SpokenThread & Record<string, unknown>>(sql`
    select x.thread_id as "threadId", (array_agg(x.mention_id order by x.said_at desc, x.mention_id desc))[1] as "mentionId",
      bool_or(not exists (
        select from thread_mentions y where y.workspace_id = ${workspaceId} and y.thread_id = x.thread_id
          and (y.said_at, y.mention_id) < (x.said_at, x.mention_id))) as "isNew"
    from thread_mentions x
    where x.workspace_id = ${workspaceId} and x.mention_id = any(${uuids(mentionIds)})
      and not x.ours and not x.removed and not x.automatic and x.said_at >= ${instantOf(since)}
    group by x.thread_id order by x.thread_id`);
  return rows;
};

/** Conversations that these cases are about. A case that we knew before then is not new. */
export const readCaseThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: string; readonly threadId: ThreadId; readonly openedAt: Date }[]> => {
  const { rows } = await tx.execute<{ caseId: string; threadId: ThreadId; openedAt: string }>(sql`
    select distinct k.case_id as "caseId", x.thread_id as "threadId", e.recorded_at as "openedAt"
    from case_mentions k
    join case_events e on e.workspace_id = ${workspaceId} and e.case_id = k.case_id and e.version = 1
    join thread_mentions x on x.workspace_id = ${workspaceId} and x.mention_id = k.mention_id
    where k.workspace_id = ${workspaceId} and k.case_id = any(${uuids(caseIds)}) order by 1, 2`);
  return rows.map((row) => ({ ...row, openedAt: new Date(row.openedAt) }));
};

/** Clocks that come within so many minutes of their end, and were not so near at the last look. */
export const readNearing = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  minutes: number,
  lookedAt: Date,
  now: Date,
): Promise<readonly { readonly id: string; readonly threadId: ThreadId; readonly dueAt: Date }[]> => {
  const ahead = minutes * 60_000;
  const { rows } = await tx.execute<{ id: string; threadId: ThreadId; dueAt: string }>(sql`
    select id, thread_id as "threadId", due_at as "dueAt" from thread_deadlines
    where workspace_id = ${workspaceId} and ended_at is null and due_at > ${instantOf(now)}
      and due_at <= ${instantOf(new Date(now.getTime() + ahead))}
      and (due_at > ${instantOf(new Date(lookedAt.getTime() + ahead))} or started_at > ${instantOf(lookedAt)})
    order by due_at, id limit 5000`);
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
};
