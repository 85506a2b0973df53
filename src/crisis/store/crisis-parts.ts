import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { crisisChanges, crisisLines, crisisLog, crisisStatus, crisisTeam } from './crises.table.ts';

type LineRow = typeof crisisLines.$inferSelect;
type LogRow = typeof crisisLog.$inferSelect;
type TeamRow = typeof crisisTeam.$inferSelect;
type StatusRow = typeof crisisStatus.$inferSelect;
type ChangeRow = typeof crisisChanges.$inferSelect;

type Table =
  | typeof crisisLines
  | typeof crisisLog
  | typeof crisisTeam
  | typeof crisisStatus
  | typeof crisisChanges;

const isOf = (table: Table, workspaceId: WorkspaceId, crisisId: string) =>
  and(eq(table.workspaceId, workspaceId), eq(table.crisisId, crisisId));

/** The latest first: that one holds. */
export const readLines = (tx: Transaction, workspaceId: WorkspaceId, crisisId: string): Promise<LineRow[]> =>
  tx
    .select()
    .from(crisisLines)
    .where(isOf(crisisLines, workspaceId, crisisId))
    .orderBy(desc(crisisLines.number));

/** False when that number was taken: somebody agreed another line in between. */
export const insertLine = async (tx: Transaction, line: LineRow): Promise<boolean> => {
  const rows = await tx
    .insert(crisisLines)
    .values(line)
    .onConflictDoNothing()
    .returning({ number: crisisLines.number });
  return rows.length > 0;
};

/** Adds to the log; nothing in it is ever changed or taken out. */
export const insertLog = async (tx: Transaction, row: LogRow): Promise<void> => {
  await tx.insert(crisisLog).values(row);
};

export const readLog = (tx: Transaction, workspaceId: WorkspaceId, crisisId: string): Promise<LogRow[]> =>
  tx
    .select()
    .from(crisisLog)
    .where(isOf(crisisLog, workspaceId, crisisId))
    .orderBy(asc(crisisLog.createdAt), asc(crisisLog.id))
    .limit(5_000);

export const readTeam = (tx: Transaction, workspaceId: WorkspaceId, crisisId: string): Promise<TeamRow[]> =>
  tx
    .select()
    .from(crisisTeam)
    .where(isOf(crisisTeam, workspaceId, crisisId))
    .orderBy(desc(crisisTeam.onDuty), asc(crisisTeam.personId));

/** All of them anew. */
export const saveTeam = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  crisisId: string,
  team: readonly Omit<TeamRow, 'workspaceId' | 'crisisId'>[],
): Promise<void> => {
  await tx.delete(crisisTeam).where(isOf(crisisTeam, workspaceId, crisisId));
  if (team.length > 0)
    await tx.insert(crisisTeam).values(team.map((one) => ({ workspaceId, crisisId, ...one })));
};

/** The latest first. */
export const readStatus = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  crisisId: string,
): Promise<StatusRow[]> =>
  tx
    .select()
    .from(crisisStatus)
    .where(isOf(crisisStatus, workspaceId, crisisId))
    .orderBy(desc(crisisStatus.publishedAt), desc(crisisStatus.id))
    .limit(200);

export const insertStatus = async (tx: Transaction, row: StatusRow): Promise<void> => {
  await tx.insert(crisisStatus).values(row);
};

export const readChanges = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  crisisId: string,
): Promise<ChangeRow[]> =>
  tx
    .select()
    .from(crisisChanges)
    .where(isOf(crisisChanges, workspaceId, crisisId))
    .orderBy(asc(crisisChanges.createdAt), asc(crisisChanges.id));

export const insertChange = async (tx: Transaction, row: ChangeRow): Promise<void> => {
  await tx.insert(crisisChanges).values(row);
};

/** False when it is not there. */
export const updateChange = async (
  tx: Transaction,
  { workspaceId, crisisId, id }: Pick<ChangeRow, 'workspaceId' | 'crisisId' | 'id'>,
  change: Partial<Pick<ChangeRow, 'doneAt' | 'improvementId'>>,
): Promise<boolean> => {
  const rows = await tx
    .update(crisisChanges)
    .set(change)
    .where(and(isOf(crisisChanges, workspaceId, crisisId), eq(crisisChanges.id, id)))
    .returning({ id: crisisChanges.id });
  return rows.length > 0;
};

export type CrisisFigures = {
  /** What others said while it lasted. */
  readonly heard: number;
  readonly conversations: number;
  readonly answered: number;
  /** Minutes from their first word to our first, over what was answered; null where nothing was. */
  readonly medianFirst: number | null;
  /** Answers that passed by an approver. */
  readonly approved: number;
  readonly medianApproval: number | null;
};

/** What happened between two moments, counted from what is there: asking again later gives the same unless something was erased. */
export const readCrisisFigures = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  from: Date,
  to: Date,
): Promise<CrisisFigures> => {
  const [since, until] = [sql`${from.toISOString()}::timestamptz`, sql`${to.toISOString()}::timestamptz`];
  const { rows } = await tx.execute<CrisisFigures>(sql`
    with theirs as (
      select p.thread_id, min(p.said_at) as first_at, count(*) as heard from thread_mentions p
       where p.workspace_id = ${workspaceId} and not p.ours and not p.automatic and not p.removed
         and p.said_at >= ${since} and p.said_at <= ${until}
       group by p.thread_id
    ), firsts as (
      select t.heard, extract(epoch from (select min(at) from (
          select r.sent_at as at from replies r where r.workspace_id = ${workspaceId} and r.thread_id = t.thread_id
             and r.sent_at >= t.first_at
          union all
          select o.said_at from thread_mentions o where o.workspace_id = ${workspaceId} and o.thread_id = t.thread_id
             and o.ours and not o.automatic and o.said_at >= t.first_at) ours) - t.first_at) / 60 as minutes
        from theirs t
    ), decided as (
      select extract(epoch from a.decided_at - a.asked_at) / 60 as minutes from reply_approvals a
       where a.workspace_id = ${workspaceId} and a.decision = 'approved'
         and a.decided_at >= ${since} and a.decided_at <= ${until}
    )
    select coalesce(sum(heard), 0)::int as heard, count(*)::int as conversations, count(minutes)::int as answered,
      percentile_cont(0.5) within group (order by minutes)::float8 as "medianFirst",
      (select count(*) from decided)::int as approved,
      (select percentile_cont(0.5) within group (order by minutes) from decided)::float8 as "medianApproval"
    from firsts`);
  const none = {
    heard: 0,
    conversations: 0,
    answered: 0,
    medianFirst: null,
    approved: 0,
    medianApproval: null,
  };
  return rows[0] ?? none;
};
