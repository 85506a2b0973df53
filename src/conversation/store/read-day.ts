import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import type { ThreadSummary } from '../model/views.ts';
import { replies } from './replies.table.ts';
import type { ReplyRow } from './reply-rows.ts';
import { joinDeadlines, joinReads, type SummaryRow, summaryColumns, toSummary } from './summary-columns.ts';

/** Open threads where somebody waits for us, the longest waiting first. */
export const readLongestWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  limit: number,
): Promise<readonly ThreadSummary[]> => {
  const { rows } = await tx.execute<SummaryRow>(sql`
    select ${summaryColumns} from (
      select * from threads t
      where t.workspace_id = ${workspaceId} and t.status = 'open' and t.waiting_for = 'us' and t.addressed
      order by t.last_theirs_at, t.id limit ${limit}
    ) t ${joinReads(workspaceId, personId)} ${joinDeadlines(workspaceId)}
    order by t.last_theirs_at, t.id`);
  return rows.map(toSummary);
};

/** Answers that failed since then and whose thread is still open, latest first. */
export const readFailedReplies = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<ReplyRow[]> =>
  tx
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        eq(replies.state, 'failed'),
        gte(replies.createdAt, since),
        sql`exists (select from threads t where t.workspace_id = ${workspaceId}
          and t.id = ${replies.threadId} and t.status = 'open')`,
      ),
    )
    .orderBy(desc(replies.createdAt))
    .limit(20);

export type Yesterday = { readonly sent: number; readonly received: number };

/** Counting stops here: the number is for a glance. */
const MOST_COUNTED = 9_999;

/** What was said to us and what we answered (from here, or on the channel itself) on the company's yesterday (`timeZone` is an IANA name). */
export const readYesterday = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  timeZone: string,
  now: Date,
): Promise<Yesterday> => {
  const today = sql`date_trunc('day', ${now.toISOString()}::timestamptz at time zone ${timeZone})`;
  const from = sql`((${today} - interval '1 day') at time zone ${timeZone})`;
  const until = sql`(${today} at time zone ${timeZone})`;
  const { rows } = await tx.execute<Yesterday>(sql`select
    greatest(
      (select count(*)::int from replies
        where workspace_id = ${workspaceId} and sent_at >= ${from} and sent_at < ${until}),
      (select count(*)::int from (
        select from mentions where workspace_id = ${workspaceId} and said_at >= ${from} and said_at < ${until}
          and ours and parent_native_id is not null and removed_at is null limit ${MOST_COUNTED}
      ) answered)
    ) as sent,
    (select count(*)::int from (
      select from mentions where workspace_id = ${workspaceId} and said_at >= ${from} and said_at < ${until}
        and not ours and automatic is null and removed_at is null limit ${MOST_COUNTED}
    ) counted) as received`);
  return rows[0] ?? { sent: 0, received: 0 };
};
