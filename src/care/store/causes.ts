import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { causes, improvementCases, improvements } from './causes.table.ts';

export type Cause = typeof causes.$inferSelect;
export type Improvement = typeof improvements.$inferSelect;

export const readCauses = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Cause[]> =>
  tx
    .select()
    .from(causes)
    .where(eq(causes.workspaceId, workspaceId))
    .orderBy(asc(causes.name), asc(causes.id));

export const causeExists = async (tx: Transaction, workspaceId: WorkspaceId, id: string): Promise<boolean> =>
  (await tx.$count(causes, and(eq(causes.workspaceId, workspaceId), eq(causes.id, id)))) > 0;

export const saveCause = async (tx: Transaction, cause: Cause): Promise<void> => {
  await tx
    .insert(causes)
    .values(cause)
    .onConflictDoUpdate({ target: [causes.workspaceId, causes.id], set: cause });
};

/** Other cases of a cause, reported since then. */
export const countSimilar = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  causeId: string,
  except: string,
  since: Date,
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from cases where workspace_id = ${workspaceId} and cause_id = ${causeId}
      and id <> ${except} and state <> 'undone' and reported_at >= ${since.toISOString()}::timestamptz`);
  return rows[0]?.count ?? 0;
};

export const readImprovements = (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly Improvement[]> =>
  tx
    .select()
    .from(improvements)
    .where(eq(improvements.workspaceId, workspaceId))
    .orderBy(sql`${improvements.doneAt} desc nulls first`, sql`${improvements.id} desc`);

export const lockImprovement = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Improvement | undefined> => {
  const [row] = await tx
    .select()
    .from(improvements)
    .where(and(eq(improvements.workspaceId, workspaceId), eq(improvements.id, id)))
    .for('update');
  return row;
};

export const saveImprovement = async (tx: Transaction, improvement: Improvement): Promise<void> => {
  await tx
    .insert(improvements)
    .values(improvement)
    .onConflictDoUpdate({ target: [improvements.workspaceId, improvements.id], set: improvement });
};

/** Makes these the cases that led to an improvement; those that are not ours are left out. */
export const setImprovementCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  improvementId: string,
  caseIds: readonly string[],
): Promise<void> => {
  await tx
    .delete(improvementCases)
    .where(
      and(eq(improvementCases.workspaceId, workspaceId), eq(improvementCases.improvementId, improvementId)),
    );
  await tx.execute(sql`
    insert into improvement_cases (workspace_id, improvement_id, case_id)
    select ${workspaceId}, ${improvementId}, id from cases
    where workspace_id = ${workspaceId} and id = any(${sql.param([...caseIds])}::uuid[])`);
};

/** The cases that led to each improvement. */
export const readImprovementCases = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly number: number }[]>> => {
  const { rows } = await tx.execute<{ improvementId: string; id: string; number: number }>(sql`
    select i.improvement_id as "improvementId", c.id, c.number from improvement_cases i
    join cases c on c.workspace_id = i.workspace_id and c.id = i.case_id
    where i.workspace_id = ${workspaceId} and c.state <> 'undone' order by c.number`);
  return Map.groupBy(rows, ({ improvementId }) => improvementId);
};

/** Complaints of some causes in a time. */
export const countOfCauses = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  causeIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from cases where workspace_id = ${workspaceId} and state <> 'undone'
      and cause_id = any(${sql.param([...causeIds])}::uuid[])
      and reported_at >= ${from.toISOString()}::timestamptz and reported_at < ${to.toISOString()}::timestamptz`);
  return rows[0]?.count ?? 0;
};

/** What is said in cases that have no cause yet: aspects of their readings, and their words. The latest 300. */
export const unfiledTexts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<
  readonly { readonly caseId: string; readonly body: string; readonly aspects: readonly string[] }[]
> => {
  const { rows } = await tx.execute<{ caseId: string; body: string; aspects: string[] | null }>(sql`
    select c.id as "caseId", m.body,
      (select array_agg(a->>'aspect') from jsonb_array_elements(m.reading->'aspects') a where a->>'polarity' in ('neg', 'mixed')) as aspects
    from (select * from cases where workspace_id = ${workspaceId} and cause_id is null and state <> 'undone'
      order by reported_at desc limit 300) c
    join lateral (select mention_id from case_mentions k where k.workspace_id = c.workspace_id and k.case_id = c.id
      order by said_at limit 3) k on true
    join mentions m on m.workspace_id = c.workspace_id and m.id = k.mention_id`);
  return rows.map((row) => ({ ...row, aspects: row.aspects ?? [] }));
};
