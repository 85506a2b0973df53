import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { alerts } from './alerts.table.ts';

export type Alert = typeof alerts.$inferSelect;

/** Undefined when its rule tells a story already: one at a time. */
export const openAlert = async (tx: Transaction, alert: Alert): Promise<Alert | undefined> => {
  const [row] = await tx.insert(alerts).values(alert).onConflictDoNothing().returning();
  return row;
};

export const updateAlert = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Pick<Alert, 'facts' | 'grewAt' | 'endedAt' | 'acknowledgedAt' | 'acknowledgedBy'>>,
): Promise<void> => {
  await tx
    .update(alerts)
    .set(change)
    .where(and(eq(alerts.workspaceId, workspaceId), eq(alerts.id, id)));
};

export const readAlert = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Alert | undefined> => {
  const [row] = await tx
    .select()
    .from(alerts)
    .where(and(eq(alerts.workspaceId, workspaceId), eq(alerts.id, id)));
  return row;
};

/** Of each rule and measure, the story that goes on and the latest that ended. */
export const readLatest = async (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Alert[]> =>
  tx
    .selectDistinctOn([alerts.ruleId, alerts.measure])
    .from(alerts)
    .where(eq(alerts.workspaceId, workspaceId))
    .orderBy(alerts.ruleId, alerts.measure, sql`${alerts.endedAt} desc nulls first`);

export type AlertPlace = { readonly openedAt: Date; readonly id: string };

/** The latest first; `before` is the last of the page before. */
export const listAlerts = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { before, limit, since }: { before?: AlertPlace | undefined; limit: number; since?: Date | undefined },
): Promise<readonly Alert[]> =>
  tx
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.workspaceId, workspaceId),
        since ? sql`${alerts.openedAt} > ${since.toISOString()}::timestamptz` : undefined,
        before
          ? or(
              lt(alerts.openedAt, before.openedAt),
              and(eq(alerts.openedAt, before.openedAt), lt(alerts.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(alerts.openedAt), desc(alerts.id))
    .limit(limit);

/** Ends what goes on of rules that are no more, or off. */
export const endOrphans = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly string[]> => {
  const at = now.toISOString();
  const { rows } = await tx.execute<{ id: string }>(sql`
    update alerts a set ended_at = ${at}::timestamptz where a.workspace_id = ${workspaceId} and a.ended_at is null
      and not exists (select from alert_rules r join watches w on w.workspace_id = r.workspace_id and w.id = r.watch_id
        where r.workspace_id = a.workspace_id and r.id = a.rule_id and r.state = 'on'
          and w.removed_at is null and w.state = 'active')
    returning id`);
  return rows.map(({ id }) => id);
};
