import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { protectionReports, protectionSteps } from './reports.table.ts';

export type KeptReport = typeof protectionReports.$inferSelect;
export type KeptStep = typeof protectionSteps.$inferSelect;

/** More than any small company has at a time. */
const MOST_LISTED = 500;

export const insertReport = async (tx: Transaction, report: KeptReport): Promise<void> => {
  await tx.insert(protectionReports).values(report);
};

export const findReport = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  hold: 'read' | 'hold' = 'read',
): Promise<KeptReport | undefined> => {
  const query = tx
    .select()
    .from(protectionReports)
    .where(and(eq(protectionReports.workspaceId, workspaceId), eq(protectionReports.id, id)));
  const [row] = hold === 'hold' ? await query.for('update') : await query;
  return row;
};

export const changeReport = async (
  tx: Transaction,
  { workspaceId, id, version }: Pick<KeptReport, 'workspaceId' | 'id' | 'version'>,
  change: Partial<Omit<KeptReport, 'workspaceId' | 'id' | 'version'>>,
): Promise<void> => {
  await tx
    .update(protectionReports)
    .set({ ...change, version: version + 1 })
    .where(and(eq(protectionReports.workspaceId, workspaceId), eq(protectionReports.id, id)));
};

export const insertStep = async (tx: Transaction, step: KeptStep): Promise<void> => {
  await tx.insert(protectionSteps).values(step);
};

export const readSteps = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  reportId: string,
): Promise<readonly KeptStep[]> =>
  tx
    .select()
    .from(protectionSteps)
    .where(and(eq(protectionSteps.workspaceId, workspaceId), eq(protectionSteps.reportId, reportId)))
    .orderBy(asc(protectionSteps.version));

/** The latest first; what has ended comes last. */
export const listReports = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly KeptReport[]> =>
  tx
    .select()
    .from(protectionReports)
    .where(eq(protectionReports.workspaceId, workspaceId))
    .orderBy(sql`${protectionReports.endedAt} is not null`, desc(protectionReports.openedAt))
    .limit(MOST_LISTED);

/** Which reports were ever escalated. */
export const escalatedOnes = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectDistinct({ id: protectionSteps.reportId })
    .from(protectionSteps)
    .where(and(eq(protectionSteps.workspaceId, workspaceId), eq(protectionSteps.step, 'escalate')));
  return new Set(rows.map(({ id }) => id));
};

/** These, the latest first. */
export const findReports = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly KeptReport[]> =>
  tx
    .select()
    .from(protectionReports)
    .where(and(eq(protectionReports.workspaceId, workspaceId), inArray(protectionReports.id, [...ids])))
    .orderBy(desc(protectionReports.openedAt));

export type EndedReport = { readonly workspaceId: string; readonly id: string; readonly number: number };

/** Reports whose time is over, wherever. Needs a transaction over the whole installation. */
export const listExpired = async (tx: Transaction, now: Date): Promise<readonly EndedReport[]> => {
  const { rows } = await tx.execute<EndedReport>(sql`
    select r.workspace_id as "workspaceId", r.id, r.number
    from protection_reports r join protection_settings s on s.workspace_id = r.workspace_id
    where r.ended_at is not null
      and r.ended_at + make_interval(months => s.keep_months) <= ${now.toISOString()}::timestamptz limit 1000`);
  return rows;
};

/** With all that hangs from them. */
export const deleteReports = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> => {
  for (const table of [sql`protection_steps`, sql`evidence`, sql`evidence_files`])
    await tx.execute(
      sql`delete from ${table} where workspace_id = ${workspaceId} and report_id = any(${sql.param([...ids])}::uuid[])`,
    );
  await tx
    .delete(protectionReports)
    .where(and(eq(protectionReports.workspaceId, workspaceId), inArray(protectionReports.id, [...ids])));
};
