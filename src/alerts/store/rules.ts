import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WatchId, WorkspaceId } from '../../platform/ids.ts';
import { alertRules } from './alert-rules.table.ts';

export type AlertRule = typeof alertRules.$inferSelect;

export type WatchedName = {
  readonly id: WatchId;
  readonly name: string;
  readonly version: Date;
  readonly createdAt: Date;
  readonly isActive: boolean;
};

/** The watches of a company that are not removed, the oldest first. */
export const readWatchNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly WatchedName[]> => {
  const { rows } = await tx.execute<{
    id: string;
    name: string;
    version: string;
    created: string;
    state: string;
  }>(sql`
    select id, name, updated_at as version, created_at as created, state from watches
     where workspace_id = ${workspaceId} and removed_at is null order by created_at, id limit 500`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: new Date(row.version),
    createdAt: new Date(row.created),
    isActive: row.state === 'active',
  }));
};

/** What watches are or were called: stories outlive them. */
export const readNames = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<WatchId, string>> => {
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from watches where workspace_id = ${workspaceId}`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const readRules = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly AlertRule[]> =>
  tx
    .select()
    .from(alertRules)
    .where(eq(alertRules.workspaceId, workspaceId))
    .orderBy(alertRules.createdAt, alertRules.id);

/** Leaves alone what is there: two processes may make the same at once. */
export const insertRules = async (tx: Transaction, rules: readonly AlertRule[]): Promise<void> => {
  if (rules.length > 0)
    await tx
      .insert(alertRules)
      .values([...rules])
      .onConflictDoNothing();
};

export const updateRule = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Pick<AlertRule, 'state' | 'falseAlarms' | 'leastReach' | 'since' | 'updatedAt'>>,
): Promise<AlertRule | undefined> => {
  const [row] = await tx
    .update(alertRules)
    .set(change)
    .where(and(eq(alertRules.workspaceId, workspaceId), eq(alertRules.id, id)))
    .returning();
  return row;
};

export const deleteRulesOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  watchIds: readonly WatchId[],
): Promise<void> => {
  if (watchIds.length === 0) return;
  await tx
    .delete(alertRules)
    .where(and(eq(alertRules.workspaceId, workspaceId), inArray(alertRules.watchId, [...watchIds])));
  const ids = sql`${sql.param([...watchIds])}::uuid[]`;
  await tx.execute(
    sql`delete from alert_hours where workspace_id = ${workspaceId} and watch_id = any(${ids})`,
  );
  await tx.execute(
    sql`delete from alert_countings where workspace_id = ${workspaceId} and watch_id = any(${ids})`,
  );
};

/** Companies that listen for something. Needs a transaction over the installation. */
export const listeningWorkspaces = async (tx: Transaction): Promise<readonly WorkspaceId[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct workspace_id as id from watches where removed_at is null and state = 'active'`);
  return rows.map(({ id }) => id);
};

/** One process at a time looks at a company; false: another does. */
export const holdLook = async (tx: Transaction, workspaceId: WorkspaceId): Promise<boolean> => {
  const { rows } = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${workspaceId}, 4322)) as held`,
  );
  return rows[0]?.held === true;
};
