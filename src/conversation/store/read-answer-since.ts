import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { toDate } from './sql-values.ts';

export type AnswerSince = {
  /** Null: written on the channel itself, or by another program. */
  readonly byId: PersonId | null;
  readonly body: string;
  readonly at: Date;
};

/** The latest answer that somebody else gave in this thread after that moment, on its way or arrived. */
export const readAnswerSince = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  personId: PersonId,
  since: Date,
): Promise<AnswerSince | undefined> => {
  const after = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{ byId: string | null; body: string; at: string }>(sql`
    select * from (
      select person_id as "byId", body, created_at as at from replies
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and person_id <> ${personId}
        and state not in ('undone', 'failed') and created_at > ${after}
      union all
      select null, m.body, p.said_at from thread_mentions p
      join mentions m on m.workspace_id = p.workspace_id and m.id = p.mention_id
      where p.workspace_id = ${workspaceId} and p.thread_id = ${threadId} and p.ours and not p.removed
        and not p.automatic and p.said_at > ${after}
        and not exists (select from replies r where r.workspace_id = p.workspace_id
          and r.connection_id = m.connection_id and r.native_id = m.native_id)
    ) answers order by at desc limit 1`);
  const [row] = rows;
  return row && { ...row, at: toDate(row.at) };
};
