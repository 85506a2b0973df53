import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Trigger } from '../model/rule.ts';
import type { RunScope } from '../model/run.ts';
import { ruleRuns } from './rule-runs.table.ts';

export type RunRow = typeof ruleRuns.$inferSelect;

const isRun = (workspaceId: WorkspaceId, id: string) =>
  and(eq(ruleRuns.workspaceId, workspaceId), eq(ruleRuns.id, id));

export const insertRun = async (tx: Transaction, row: typeof ruleRuns.$inferInsert): Promise<void> => {
  await tx.insert(ruleRuns).values(row);
};

export const readRun = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<RunRow | undefined> => {
  const [row] = await tx.select().from(ruleRuns).where(isRun(workspaceId, id));
  return row;
};

/** Held until the commit: an order and a batch take turns. */
export const lockRun = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<RunRow | undefined> => {
  const [row] = await tx.select().from(ruleRuns).where(isRun(workspaceId, id)).for('update');
  return row;
};

export const updateRun = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<RunRow>,
): Promise<void> => {
  await tx.update(ruleRuns).set(change).where(isRun(workspaceId, id));
};

/** The latest runs of a rule that did something or are doing it. */
export const readRunsOf = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ruleId: string,
): Promise<readonly RunRow[]> =>
  tx
    .select()
    .from(ruleRuns)
    .where(
      and(eq(ruleRuns.workspaceId, workspaceId), eq(ruleRuns.ruleId, ruleId), sql`${ruleRuns.kind} <> 'try'`),
    )
    .orderBy(sql`${ruleRuns.createdAt} desc`)
    .limit(10);

/** Runs under way, of any company: what a process that died left behind is taken up from here. */
export const readRunning = (
  tx: Transaction,
): Promise<readonly { readonly workspaceId: WorkspaceId; readonly id: string }[]> =>
  tx
    .select({ workspaceId: ruleRuns.workspaceId, id: ruleRuns.id })
    .from(ruleRuns)
    .where(eq(ruleRuns.state, 'running'))
    .limit(100);

export type ThreadScope = Extract<RunScope, { over: 'threads' }>;

const inScope = (workspaceId: WorkspaceId, { open, since, heard }: ThreadScope): SQL => sql`
  t.workspace_id = ${workspaceId} ${open ? sql`and t.status <> 'done'` : sql``}
    ${since ? sql`and t.last_activity_at >= ${since}::timestamptz` : sql``}
    ${heard ? couldHear(workspaceId, heard, since ?? '-infinity') : sql``}`;

/** What has left a trace; of the others (a reading that changed, a conversation opened again) all count. */
const couldHear = (workspaceId: WorkspaceId, trigger: Trigger, since: string): SQL => {
  const clocks = (nearer: number) => sql`and exists (
    select from thread_deadlines d where d.workspace_id = ${workspaceId} and d.thread_id = t.id
      and d.due_at >= ${since}::timestamptz
      and coalesce(d.ended_at, now()) > d.due_at - ${nearer} * interval '1 minute')`;
  switch (trigger.when) {
    case 'thread-new':
      return sql`and exists (
        select from thread_mentions x where x.workspace_id = ${workspaceId} and x.thread_id = t.id
        having min(x.said_at) >= ${since}::timestamptz)`;
    case 'mention-new':
      return sql`and t.last_theirs_at >= ${since}::timestamptz`;
    case 'overdue':
      return clocks(0);
    case 'deadline-near':
      return clocks(trigger.minutes);
    case 'label-put':
      return sql`and exists (
        select from thread_labels l where l.workspace_id = ${workspaceId} and l.thread_id = t.id
          ${trigger.labelId ? sql`and l.label_id = ${trigger.labelId}` : sql``})`;
    case 'case-opened':
      return sql`and exists (
        select from thread_mentions x
        join case_mentions k on k.workspace_id = ${workspaceId} and k.mention_id = x.mention_id
        where x.workspace_id = ${workspaceId} and x.thread_id = t.id)`;
    default:
      return sql``;
  }
};

export const countThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: ThreadScope,
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from threads t where ${inScope(workspaceId, scope)}`,
  );
  return rows[0]?.count ?? 0;
};

/** The next conversations of a run, in the order of their ids. */
export const readNextThreads = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  scope: ThreadScope,
  after: string | null,
  limit: number,
): Promise<readonly ThreadId[]> => {
  const { rows } = await tx.execute<{ id: ThreadId }>(sql`
    select t.id from threads t where ${inScope(workspaceId, scope)}
      ${after === null ? sql`` : sql`and t.id > ${after}::uuid`}
    order by t.id limit ${limit}`);
  return rows.map(({ id }) => id);
};

/** Trials that nobody looks at any more, and runs as old as the log. */
export const sweepRuns = async (tx: Transaction, trialsBefore: Date, before: Date): Promise<void> => {
  await tx.execute(sql`
    delete from rule_runs where state <> 'running' and (created_at < ${before.toISOString()}::timestamptz
      or (kind = 'try' and created_at < ${trialsBefore.toISOString()}::timestamptz))`);
};
