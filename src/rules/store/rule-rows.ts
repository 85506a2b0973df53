import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { rules } from './rules.table.ts';
import { uuids } from './sql-values.ts';

export type RuleRow = typeof rules.$inferSelect;

/** In the order in which they are asked. */
export const readRules = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly RuleRow[]> =>
  tx
    .select()
    .from(rules)
    .where(eq(rules.workspaceId, workspaceId))
    .orderBy(asc(rules.position), asc(rules.id));

export const lockRule = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<RuleRow | undefined> => {
  const [row] = await tx
    .select()
    .from(rules)
    .where(and(eq(rules.workspaceId, workspaceId), eq(rules.id, id)))
    .for('update');
  return row;
};

export const hasRule = async (tx: Transaction, workspaceId: WorkspaceId, id: string): Promise<boolean> => {
  const one = and(eq(rules.workspaceId, workspaceId), eq(rules.id, id));
  return (await tx.select({ id: rules.id }).from(rules).where(one)).length > 0;
};

export const insertRule = async (tx: Transaction, row: typeof rules.$inferInsert): Promise<void> => {
  await tx.insert(rules).values(row);
};

export const updateRule = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<RuleRow>,
): Promise<void> => {
  await tx
    .update(rules)
    .set(change)
    .where(and(eq(rules.workspaceId, workspaceId), eq(rules.id, id)));
};

export const deleteRule = async (tx: Transaction, workspaceId: WorkspaceId, id: string): Promise<void> => {
  await tx.delete(rules).where(and(eq(rules.workspaceId, workspaceId), eq(rules.id, id)));
};

export const savePositions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> => {
  const rows = ids.map((id, position) => ({ id, position }));
  await tx.execute(sql`
    update rules t set position = r.position from ${rowsOf(rows, { id: 'uuid', position: 'integer' })}
    where t.workspace_id = ${workspaceId} and t.id = r.id`);
};

/** Whose turn was the last, held until the commit: turns are taken one after the other, whichever process takes them. */
export const lockTurns = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ruleIds: readonly string[],
): Promise<Map<string, PersonId>> => {
  const { rows } = await tx.execute<{ id: string; lastTurn: string | null }>(sql`
    select id, last_turn as "lastTurn" from rules
    where workspace_id = ${workspaceId} and id = any(${uuids(ruleIds)}) order by id for update`);
  return new Map(rows.flatMap(({ id, lastTurn }) => (lastTurn ? [[id, lastTurn]] : [])));
};

export const saveTurns = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  turns: ReadonlyMap<string, PersonId>,
): Promise<void> => {
  const rows = [...turns].map(([id, personId]) => ({ id, personId }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    update rules t set last_turn = r."personId" from ${rowsOf(rows, { id: 'uuid', personId: 'uuid' })}
    where t.workspace_id = ${workspaceId} and t.id = r.id`);
};

/** Companies with a rule that is on. */
export const readWorkspacesWithRules = async (tx: Transaction): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: WorkspaceId }>(
    sql`select distinct workspace_id as id from rules where state = 'on'`,
  );
  return rows.map(({ id }) => id);
};

/** What a rule did lately, by rule. */
export const readCounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<
  ReadonlyMap<string, { readonly deeds: number; readonly threads: number; readonly lastAt: string }>
> => {
  const { rows } = await tx.execute<{ id: string; deeds: number; threads: number; lastAt: string }>(sql`
    select rule_id as id, count(*)::int as deeds, count(distinct thread_id)::int as threads, max(at) as "lastAt"
    from rule_deeds where workspace_id = ${workspaceId} and at >= ${since.toISOString()}::timestamptz
      and rule_id in (select id from rules where workspace_id = ${workspaceId})
    group by rule_id`);
  return new Map(
    rows.map(({ id, lastAt, ...counts }) => [id, { ...counts, lastAt: new Date(lastAt).toISOString() }]),
  );
};
