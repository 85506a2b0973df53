import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { DeadlineSteps, RunningDeadline, WaitFacts } from '../model/deadline.ts';
import { toDate, uuids } from './sql-values.ts';

type FactsRow = Omit<WaitFacts, 'waitingSince' | 'lastOursAt' | 'intents'> & {
  waitingSince: string | null;
  lastOursAt: string | null;
  intents: WaitFacts['intents'] | null;
};

/** What the clocks of these threads hang from; those that are no more are left out. */
export const readWaitFacts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<readonly WaitFacts[]> => {
  const { rows } = await tx.execute<FactsRow>(sql`
    select t.id as "threadId", t.status, t.addressed, t.waiting_for as "waitingFor", t.channel, t.intents, t.gravity,
      t.team_id as "teamId", t.answer_within as "answerWithin", t.last_ours_at as "lastOursAt", since.at as "waitingSince"
    from threads t
    left join lateral (
      select min(m.said_at) as at from thread_mentions m
      where m.workspace_id = ${workspaceId} and m.thread_id = t.id and t.waiting_for = 'us' and t.addressed
        and not m.ours and not m.removed and not m.automatic
        and m.said_at > coalesce(t.last_ours_at, '-infinity')
    ) since on true
    where t.workspace_id = ${workspaceId} and t.id = any(${uuids(threadIds)}) order by t.id`);
  return rows.map((row) => ({
    ...row,
    intents: row.intents ?? [],
    lastOursAt: row.lastOursAt === null ? null : toDate(row.lastOursAt),
    waitingSince: row.waitingSince === null ? null : toDate(row.waitingSince),
  }));
};

type RunningRow = { threadId: ThreadId; startedAt: string; dueAt: string } & Omit<
  RunningDeadline,
  'startedAt' | 'dueAt'
>;

/** The clocks that run on these threads, held still until the commit. */
export const lockDeadlines = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, RunningDeadline>> => {
  const { rows } = await tx.execute<RunningRow>(sql`
    select id, thread_id as "threadId", kind, team_id as "teamId", minutes, started_at as "startedAt", due_at as "dueAt"
    from thread_deadlines
    where workspace_id = ${workspaceId} and thread_id = any(${uuids(threadIds)}) and ended_at is null
    order by thread_id for update`);
  return new Map(
    rows.map(({ threadId, ...row }) => [
      threadId,
      { ...row, startedAt: toDate(row.startedAt), dueAt: toDate(row.dueAt) },
    ]),
  );
};

export type DeadlineChange = DeadlineSteps & { readonly facts: WaitFacts; readonly newId: string };

export const saveDeadlines = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changes: readonly DeadlineChange[],
): Promise<void> => {
  const ends = changes.flatMap(({ end }) => end ?? []);
  const moves = changes.flatMap(({ move }) => move ?? []);
  const starts = changes.flatMap(({ start, facts, newId }) =>
    start ? [{ ...start, id: newId, threadId: facts.threadId, channel: facts.channel }] : [],
  );
  if (ends.length > 0)
    await tx.execute(sql`
      update thread_deadlines d set ended_at = r."endedAt", outcome = r.outcome, taken = r.taken
      from ${rowsOf(ends, { id: 'uuid', outcome: 'text', endedAt: 'timestamptz', taken: 'integer' })}
      where d.workspace_id = ${workspaceId} and d.id = r.id`);
  if (moves.length > 0)
    await tx.execute(sql`
      update thread_deadlines d set team_id = r."teamId", minutes = r.minutes, started_at = r."startedAt",
        due_at = r."dueAt", intents = coalesce(t.intents, '{}'), gravity = t.gravity, told_at = case when r."dueAt" > d.told_at then null else d.told_at end
      from ${rowsOf(moves, { id: 'uuid', teamId: 'uuid', minutes: 'integer', startedAt: 'timestamptz', dueAt: 'timestamptz' })},
        threads t
      where d.workspace_id = ${workspaceId} and d.id = r.id and t.workspace_id = d.workspace_id and t.id = d.thread_id`);
  if (starts.length > 0)
    await tx.execute(sql`
      insert into thread_deadlines
        (workspace_id, id, thread_id, kind, channel, team_id, minutes, started_at, due_at, intents, gravity)
      select ${workspaceId}::uuid, r.id, r."threadId", r.kind, r.channel, r."teamId", r.minutes, r."startedAt", r."dueAt",
        coalesce(t.intents, '{}'), t.gravity
      from ${rowsOf(starts, {
        id: 'uuid',
        threadId: 'uuid',
        kind: 'text',
        channel: 'text',
        teamId: 'uuid',
        minutes: 'integer',
        startedAt: 'timestamptz',
        dueAt: 'timestamptz',
      })} join threads t on t.workspace_id = ${workspaceId} and t.id = r."threadId"`);
};

/** Threads whose clock runs, after this one, in the order of their ids. */
export const readRunningThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  after: ThreadId | null,
  limit: number,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    select thread_id as id from thread_deadlines where workspace_id = ${workspaceId} and ended_at is null
      ${after === null ? sql`` : sql`and thread_id > ${after}::uuid`}
    order by thread_id limit ${limit}`);
  return rows.map(({ id }) => id);
};

export type Overdue = {
  readonly threadId: ThreadId;
  readonly kind: 'first' | 'next';
  readonly teamId: string | null;
  readonly assigneeId: PersonId | null;
};

/** Deadlines that have passed and that nobody was told of; from now on they are told. */
export const takeOverdue = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly Overdue[]> => {
  const { rows } = await tx.execute<Overdue & Record<string, unknown>>(sql`
    with passed as (
      select id from thread_deadlines
      where workspace_id = ${workspaceId} and ended_at is null and told_at is null
        and due_at <= ${now.toISOString()}::timestamptz
      order by due_at limit ${limit} for update skip locked
    )
    update thread_deadlines d set told_at = ${now.toISOString()}::timestamptz
    from passed, threads t
    where d.workspace_id = ${workspaceId} and d.id = passed.id and t.workspace_id = ${workspaceId} and t.id = d.thread_id
    returning d.thread_id as "threadId", d.kind, d.team_id as "teamId", t.assignee_id as "assigneeId"`);
  return rows;
};

export const readWorkspacesOverdue = async (tx: Transaction, now: Date): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: WorkspaceId }>(sql`
    select distinct workspace_id as id from thread_deadlines
    where ended_at is null and told_at is null and due_at <= ${now.toISOString()}::timestamptz`);
  return rows.map(({ id }) => id);
};
