import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { AuthorId, PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { ThreadSummary } from '../model/views.ts';
import { uuids } from './sql-values.ts';
import { joinDeadlines, joinReads, type SummaryRow, summaryColumns, toSummary } from './summary-columns.ts';

/** Of each account the latest so many words tell where it has spoken. */
const LATEST_WORDS = 2_000;
/** And so many where only a number is wanted. */
const COUNTED_WORDS = 100;

/** The conversations in which these accounts have spoken, the latest first. */
export const readThreadsOfAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  authorIds: readonly AuthorId[],
  limit: number,
): Promise<readonly ThreadSummary[]> => {
  const { rows } = await tx.execute<SummaryRow>(sql`
    with spoken as materialized (
      select distinct p.thread_id as id from unnest(${uuids(authorIds)}) a(id)
      cross join lateral (
        select m.id from mentions m where m.workspace_id = ${workspaceId} and m.author_id = a.id
        order by m.said_at desc nulls last limit ${LATEST_WORDS}
      ) m
      cross join lateral (
        select thread_id from thread_mentions where workspace_id = ${workspaceId} and mention_id = m.id limit 1
      ) p
    )
    select ${summaryColumns}
    from spoken s
    cross join lateral (
      select * from threads where workspace_id = ${workspaceId} and id = s.id limit 1
    ) t ${joinReads(workspaceId, personId)} ${joinDeadlines(workspaceId)}
    order by t.last_activity_at desc, t.id desc limit ${limit}`);
  return rows.map(toSummary);
};

export type Speaker = { readonly threadId: ThreadId; readonly authorId: AuthorId };

/** Who spoke last in each of these conversations, where it is known. */
export const readSpeakers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<readonly Speaker[]> => {
  const { rows } = await tx.execute<Speaker>(sql`${kept}
    select id as "threadId", author_id as "authorId" from threads
    where workspace_id = ${workspaceId} and id = any(${uuids(threadIds)}) and author_id is not null`);
  return rows;
};

/** In how many conversations each group of accounts has spoken of late; at least what is said. */
export const countThreadsOfGroups = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  groups: readonly { readonly group: string; readonly authorId: AuthorId }[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await tx.execute<{ group: string; threads: number }>(sql`
    select r."group", count(distinct p.thread_id)::int as threads
    from ${rowsOf(groups, { group: 'text', authorId: 'uuid' })}
    cross join lateral (
      select m.id from mentions m where m.workspace_id = ${workspaceId} and m.author_id = r."authorId"
      order by m.said_at desc nulls last limit ${COUNTED_WORDS}
    ) m
    cross join lateral (
      select thread_id from thread_mentions where workspace_id = ${workspaceId} and mention_id = m.id limit 1
    ) p
    group by r."group"`);
  return new Map(rows.map(({ group, threads }) => [group, threads]));
};
