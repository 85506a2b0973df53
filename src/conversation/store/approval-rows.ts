import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ReplyId, WorkspaceId } from '../../platform/ids.ts';
import { replies } from './replies.table.ts';
import { replyApprovals, replyVersions } from './reply-approvals.table.ts';
import type { ReplyRow } from './reply-rows.ts';
import { uuids } from './sql-values.ts';

export type ApprovalRow = typeof replyApprovals.$inferSelect;
export type VersionRow = typeof replyVersions.$inferSelect;

const isOf = (workspaceId: WorkspaceId, replyId: ReplyId) =>
  and(eq(replyApprovals.workspaceId, workspaceId), eq(replyApprovals.replyId, replyId));

export const readApprovalRow = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyId: ReplyId,
): Promise<ApprovalRow | undefined> => {
  const [row] = await tx.select().from(replyApprovals).where(isOf(workspaceId, replyId));
  return row;
};

export const readApprovalRows = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyIds: readonly ReplyId[],
): Promise<ReadonlyMap<ReplyId, ApprovalRow>> => {
  const rows = await tx
    .select()
    .from(replyApprovals)
    .where(
      and(
        eq(replyApprovals.workspaceId, workspaceId),
        sql`${replyApprovals.replyId} = any(${uuids(replyIds)})`,
      ),
    );
  return new Map(rows.map((row) => [row.replyId, row]));
};

/** Begins to wait, or waits again: whatever was decided before holds no longer. */
export const askApproval = async (
  tx: Transaction,
  row: Pick<ApprovalRow, 'workspaceId' | 'replyId' | 'reasons' | 'askedAt' | 'dueAt'>,
): Promise<void> => {
  const { reasons, askedAt, dueAt } = row;
  const again = {
    reasons,
    askedAt,
    dueAt,
    lateToldAt: null,
    decision: null,
    decidedBy: null,
    decidedAt: null,
  };
  await tx
    .insert(replyApprovals)
    .values({ ...row, version: 1 })
    .onConflictDoUpdate({
      target: [replyApprovals.workspaceId, replyApprovals.replyId],
      set: { ...again, version: sql`${replyApprovals.version} + 1` },
    });
};

export const saveDecision = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyId: ReplyId,
  decision: Pick<ApprovalRow, 'decision' | 'decidedBy' | 'decidedAt'>,
): Promise<void> => {
  await tx
    .update(replyApprovals)
    .set({ ...decision, version: sql`${replyApprovals.version} + 1` })
    .where(isOf(workspaceId, replyId));
};

/** The next wording, under the lock of its reply. */
export const addVersion = async (tx: Transaction, version: Omit<VersionRow, 'number'>): Promise<void> => {
  const { workspaceId, replyId } = version;
  await tx.insert(replyVersions).values({
    ...version,
    number: sql`(select coalesce(max(number), 0) + 1 from reply_versions
      where workspace_id = ${workspaceId} and reply_id = ${replyId})`,
  });
};

export const readVersions = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  replyId: ReplyId,
): Promise<VersionRow[]> =>
  tx
    .select()
    .from(replyVersions)
    .where(and(eq(replyVersions.workspaceId, workspaceId), eq(replyVersions.replyId, replyId)))
    .orderBy(asc(replyVersions.number));

/** What else is written in the row of an answer when its wording changes. */
export const saveWording = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ReplyId,
  wording: Pick<ReplyRow, 'body' | 'options' | 'media' | 'draft'>,
): Promise<void> => {
  await tx
    .update(replies)
    .set(wording)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.id, id)));
};

const AT_ONCE = 200;

/** Answers that wait, and those that came back to their author; the longest first. */
export const readWaiting = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mine: PersonId | null,
): Promise<ReplyRow[]> =>
  tx
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, workspaceId),
        sql`state in ('waiting', 'returned')`,
        mine === null ? eq(replies.state, 'waiting') : eq(replies.personId, mine),
      ),
    )
    .orderBy(asc(replies.createdAt), asc(replies.id))
    .limit(AT_ONCE);

export type ApprovalCounts = {
  /** Others' answers that this person could decide. */
  readonly waiting: number;
  readonly late: number;
  /** Own ones that came back with a word. */
  readonly returned: number;
};

export const countWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  mayDecide: boolean,
  now: Date,
): Promise<ApprovalCounts> => {
  const { rows } = await tx.execute<ApprovalCounts>(sql`
    select count(*) filter (where ${mayDecide} and r.state = 'waiting' and r.person_id <> ${personId})::int as waiting,
      count(*) filter (where ${mayDecide} and r.state = 'waiting' and r.person_id <> ${personId}
        and a.due_at <= ${now.toISOString()}::timestamptz)::int as late,
      count(*) filter (where r.state = 'returned' and r.person_id = ${personId})::int as returned
    from replies r join reply_approvals a on a.workspace_id = r.workspace_id and a.reply_id = r.id
    where r.workspace_id = ${workspaceId} and r.state in ('waiting', 'returned')`);
  return rows[0] ?? { waiting: 0, late: 0, returned: 0 };
};

/** Undecided, past their time, and nobody was told. */
const isLate = (now: Date) =>
  and(
    lte(replyApprovals.dueAt, now),
    isNull(replyApprovals.lateToldAt),
    isNull(replyApprovals.decision),
    sql`exists (select from replies r where r.workspace_id = ${replyApprovals.workspaceId}
      and r.id = ${replyApprovals.replyId} and r.state = 'waiting')`,
  );

/** Whose approvers are to be told, over the whole installation. */
export const readWorkspacesLate = async (tx: Transaction, now: Date): Promise<readonly WorkspaceId[]> => {
  const rows = await tx
    .selectDistinct({ id: replyApprovals.workspaceId })
    .from(replyApprovals)
    .where(isLate(now));
  return rows.map(({ id }) => id);
};

/** Marks them as told. */
export const takeLate = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly ReplyId[]> => {
  const rows = await tx
    .update(replyApprovals)
    .set({ lateToldAt: now })
    .where(and(eq(replyApprovals.workspaceId, workspaceId), isLate(now)))
    .returning({ id: replyApprovals.replyId });
  return rows.map(({ id }) => id);
};
