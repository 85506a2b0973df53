import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { FAILURES, type PastUse } from '../model/resting.ts';
import { assistantUses } from './assistant-uses.table.ts';

export type UseRow = typeof assistantUses.$inferInsert;

/** `cost`: millionths of a euro. */
export type MonthUse = {
  readonly calls: number;
  readonly failures: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cost: number;
};

/** One question of a workspace is let in at a time, so that together they keep to the cap; held until the commit. */
export const queueUp = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId}, 4322))`);
};

/** What this calendar month (of the workspace's place) has come to, with what is being asked. */
export const readMonth = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
  timeZone: string,
): Promise<MonthUse> => {
  const { rows } = await tx.execute<Record<keyof MonthUse, string>>(sql`
    select count(*) as calls, count(*) filter (where outcome not in ('ok', 'pending')) as failures,
      coalesce(sum(tokens_in), 0) as "tokensIn", coalesce(sum(tokens_out), 0) as "tokensOut",
      coalesce(sum(cost), 0) as cost
    from assistant_uses where workspace_id = ${workspaceId}
      and created_at >= date_trunc('month', ${now.toISOString()}::timestamptz at time zone ${timeZone}) at time zone ${timeZone}`);
  const [row] = rows;
  return {
    calls: Number(row?.calls),
    failures: Number(row?.failures),
    tokensIn: Number(row?.tokensIn),
    tokensOut: Number(row?.tokensOut),
    cost: Number(row?.cost),
  };
};

/** The latest uses that have ended, the latest first: enough to tell whether the server is well. */
export const latestUses = async (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly PastUse[]> => {
  const rows = await tx
    .select()
    .from(assistantUses)
    .where(and(eq(assistantUses.workspaceId, workspaceId), ne(assistantUses.outcome, 'pending')))
    .orderBy(desc(assistantUses.createdAt), desc(assistantUses.id))
    .limit(FAILURES);
  return rows.map(({ outcome, createdAt, milliseconds, holdUntil }) => ({
    outcome,
    endedAt: new Date(createdAt.getTime() + milliseconds),
    holdUntil,
  }));
};

export const insertUse = async (tx: Transaction, use: UseRow): Promise<void> => {
  await tx.insert(assistantUses).values(use);
};

export const endUse = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  end: Pick<UseRow, 'tokensIn' | 'tokensOut' | 'cost' | 'milliseconds' | 'outcome' | 'holdUntil'>,
): Promise<void> => {
  await tx
    .update(assistantUses)
    .set(end)
    .where(and(eq(assistantUses.workspaceId, workspaceId), eq(assistantUses.id, id)));
};
