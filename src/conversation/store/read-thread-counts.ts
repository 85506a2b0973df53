import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { joinReads } from './summary-columns.ts';

export type ThreadCounts = {
  readonly open: number;
  readonly unread: number;
  readonly waiting: number;
  readonly mine: number;
  readonly unassigned: number;
  /** Open ones whose deadline has passed. */
  readonly overdue: number;
  /** Conversations where a note calls this person and they have not looked. */
  readonly called: number;
  /** Open ones where they have the next word. */
  readonly theirs: number;
  /** Those that this person follows and that are not over. */
  readonly followed: number;
  /** Put aside until later. */
  readonly snoozed: number;
};

/** Counting stops here: 1001 reads "more than a thousand", and costs the same at a million. */
export const COUNT_CAP = 1_001;
/** Unread ones are counted among the latest so many. */
const UNREAD_WINDOW = 2_000;

const noCounts: ThreadCounts = {
  open: 0,
  unread: 0,
  waiting: 0,
  mine: 0,
  unassigned: 0,
  overdue: 0,
  called: 0,
  theirs: 0,
  followed: 0,
  snoozed: 0,
};

/** How many threads each view holds, each at most `COUNT_CAP`. */
export const readThreadCounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  now: Date,
): Promise<ThreadCounts> => {
  const open = sql`t.workspace_id = ${workspaceId} and t.addressed and t.status = 'open'`;
  const { rows } = await tx.execute<ThreadCounts>(sql`select
    ${capped(sql`threads t where ${open}`)} as open,
    ${capped(sql`(
      select t.id, t.last_theirs_at from threads t where ${open}
      order by t.last_activity_at desc nulls last, t.id desc nulls last limit ${UNREAD_WINDOW}
    ) t ${joinReads(workspaceId, personId)}
    where t.last_theirs_at is not null and coalesce(r.read_until < t.last_theirs_at, true)`)} as unread,
    ${capped(sql`threads t where ${open} and t.waiting_for = 'us'`)} as waiting,
    ${capped(sql`threads t where t.workspace_id = ${workspaceId} and t.status = 'open'
      and t.assignee_id is not null and t.assignee_id = ${personId}`)} as mine,
    ${capped(sql`threads t where ${open} and t.assignee_id is null`)} as unassigned,
    ${capped(sql`(select distinct thread_id from note_mentions
      where workspace_id = ${workspaceId} and person_id = ${personId} and seen_at is null) called`)} as called,
    ${capped(sql`thread_deadlines d join threads t on t.workspace_id = d.workspace_id and t.id = d.thread_id
      where d.workspace_id = ${workspaceId} and d.ended_at is null
        and d.due_at <= ${now.toISOString()}::timestamptz and t.status = 'open'`)} as overdue,
    ${capped(sql`threads t where ${open} and t.waiting_for = 'them'`)} as theirs,
    ${capped(sql`thread_followers f cross join lateral (select from threads t
      where t.workspace_id = ${workspaceId} and t.id = f.thread_id and t.status <> 'done' limit 1) t
      where f.workspace_id = ${workspaceId} and f.person_id = ${personId}`)} as followed,
    ${capped(sql`threads t where t.workspace_id = ${workspaceId} and t.status = 'snoozed'`)} as snoozed`);
  return rows[0] ?? noCounts;
};

const capped = (source: SQL): SQL =>
  sql`(select count(*)::int from (select from ${source} limit ${COUNT_CAP}) counted)`;
