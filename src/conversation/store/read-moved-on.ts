import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MovedOn } from '../model/moved-on.ts';
import type { ReplyRow } from './reply-rows.ts';
import { toDate } from './sql-values.ts';

/** What happened in the conversation of an answer after a moment: to be read before it leaves. Oldest first. */
export const readMovedOn = async (
  tx: Transaction,
  { workspaceId, threadId, mentionId, id }: Pick<ReplyRow, 'workspaceId' | 'threadId' | 'mentionId' | 'id'>,
  since: Date,
): Promise<readonly MovedOn[]> => {
  const after = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{
    kind: MovedOn['kind'];
    byId: string | null;
    body: string;
    at: string;
  }>(sql`
    select * from (
      select 'answered' as kind, person_id as "byId", body, greatest(created_at, send_after - interval '10 seconds') as at
        from replies
       where workspace_id = ${workspaceId} and thread_id = ${threadId} and id <> ${id}
         and state in ('held', 'sending', 'unknown', 'sent')
         and greatest(created_at, send_after - interval '10 seconds') > ${after}
      union all
      select case when p.ours then 'answered' else 'they-wrote' end, null, m.body, m.received_at from thread_mentions p
        join mentions m on m.workspace_id = p.workspace_id and m.id = p.mention_id
       where p.workspace_id = ${workspaceId} and p.thread_id = ${threadId} and not p.removed and not p.automatic
         and m.received_at > ${after} and m.id <> ${mentionId}
         and not exists (select from replies r where r.workspace_id = p.workspace_id
           and r.connection_id = m.connection_id and r.native_id = m.native_id)
    ) happened order by at limit 20`);
  const happened = rows.map((row) => ({ ...row, at: toDate(row.at) }));
  const target = await readTarget(tx, workspaceId, mentionId, threadId);
  return [...happened, ...target.map((kind) => ({ kind, byId: null, body: '', at: null }))];
};

/** Gone for good, or not there to be answered any more. */
const readTarget = async (
  tx: Transaction,
  workspaceId: string,
  mentionId: string,
  threadId: string,
): Promise<readonly ('forgotten' | 'removed' | 'closed')[]> => {
  const { rows } = await tx.execute<{ there: boolean; removed: boolean; status: string | null }>(sql`
    select exists (select from thread_mentions p where p.workspace_id = ${workspaceId}
        and p.mention_id = ${mentionId}) as there,
      exists (select from mentions m where m.workspace_id = ${workspaceId} and m.id = ${mentionId}
        and m.removed_at is not null) as removed,
      (select status from threads t where t.workspace_id = ${workspaceId} and t.id = ${threadId}) as status`);
  const [row] = rows;
  if (!row?.there) return ['forgotten'];
  if (row.removed) return ['removed'];
  return row.status === 'done' ? ['closed'] : [];
};
