import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { EventType } from '../model/event-types.ts';
import { webhookEndpoints } from './webhook-endpoints.table.ts';

export type Endpoint = typeof webhookEndpoints.$inferSelect;

export const WEBHOOKS_SIGNAL = 'passaparola_webhooks';

const one = (workspaceId: WorkspaceId, id: string) =>
  and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id));

export const selectEndpoints = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Endpoint[]> =>
  tx
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.workspaceId, workspaceId))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));

export const findEndpoint = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Endpoint | null> =>
  (await tx.select().from(webhookEndpoints).where(one(workspaceId, id)))[0] ?? null;

/** Held until the transaction ends. */
export const lockEndpoint = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Endpoint | null> =>
  (await tx.select().from(webhookEndpoints).where(one(workspaceId, id)).for('update'))[0] ?? null;

export const insertEndpoint = async (
  tx: Transaction,
  row: typeof webhookEndpoints.$inferInsert,
): Promise<void> => {
  await tx.insert(webhookEndpoints).values(row);
};

export const updateEndpoint = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Omit<Endpoint, 'workspaceId' | 'id'>>,
): Promise<void> => {
  await tx.update(webhookEndpoints).set(change).where(one(workspaceId, id));
};

export const deleteEndpoint = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  const gone = await tx
    .delete(webhookEndpoints)
    .where(one(workspaceId, id))
    .returning({ id: webhookEndpoints.id });
  return gone.length > 0;
};

/** Every process looks again at what this company wants to be told of. */
export const tellWantsChanged = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${WEBHOOKS_SIGNAL}, ${workspaceId})`);
};

/** What each company wants to be told of, of all companies or of one. */
export const readWants = async (
  tx: Transaction,
  workspaceId?: WorkspaceId,
): Promise<readonly { readonly workspaceId: WorkspaceId; readonly kinds: readonly EventType[] }[]> => {
  const active = eq(webhookEndpoints.state, 'active');
  const rows = await tx
    .select({ workspaceId: webhookEndpoints.workspaceId, kinds: webhookEndpoints.kinds })
    .from(webhookEndpoints)
    .where(workspaceId ? and(eq(webhookEndpoints.workspaceId, workspaceId), active) : active);
  return rows.map((row) => ({ ...row, kinds: row.kinds as EventType[] }));
};

/**
 * Takes so many numbers for an endpoint; the first of them comes back, and whether it takes its turns among the slow. Undefined when it is
 * no longer told of anything.
 */
export const takeNumbers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  count: number,
): Promise<{ readonly first: number; readonly isSlow: boolean } | undefined> => {
  const [row] = await tx
    .update(webhookEndpoints)
    .set({ lastNumber: sql`${webhookEndpoints.lastNumber} + ${count}` })
    .where(and(one(workspaceId, id), eq(webhookEndpoints.state, 'active')))
    .returning({ last: webhookEndpoints.lastNumber, isSlow: webhookEndpoints.isSlow });
  return row && { first: row.last - count + 1, isSlow: row.isSlow };
};

/** Takes the endpoint for one worker until then; null when another has it, or it rests, or nothing is sent to it. */
export const claimEndpoint = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  { by, now, until }: { readonly by: string; readonly now: Date; readonly until: Date },
): Promise<Endpoint | null> => {
  const at = now.toISOString();
  const [row] = await tx
    .update(webhookEndpoints)
    .set({ busyBy: by, busyUntil: until })
    .where(
      and(
        one(workspaceId, id),
        eq(webhookEndpoints.state, 'active'),
        sql`coalesce(${webhookEndpoints.busyUntil}, '-infinity') <= ${at}::timestamptz`,
        sql`coalesce(${webhookEndpoints.restingUntil}, '-infinity') <= ${at}::timestamptz`,
      ),
    )
    .returning();
  return row ?? null;
};

/** At the start of the only process: what an earlier one held is free. */
export const freeAll = async (tx: Transaction): Promise<void> => {
  await tx.update(webhookEndpoints).set({ busyBy: null, busyUntil: null }).where(sql`busy_by is not null`);
};

/** Endpoints of all companies that nobody works at although a message is due. */
export const selectIdleDue = async (
  tx: Transaction,
  now: Date,
): Promise<
  readonly { readonly workspaceId: WorkspaceId; readonly id: string; readonly isSlow: boolean }[]
> => {
  const at = now.toISOString();
  const { rows } = await tx.execute<{ workspaceId: string; id: string; isSlow: boolean }>(sql`
    select e.workspace_id as "workspaceId", e.id, e.is_slow as "isSlow" from webhook_endpoints e
    where e.state = 'active' and coalesce(e.busy_until, '-infinity') <= ${at}::timestamptz
      and coalesce(e.resting_until, '-infinity') <= ${at}::timestamptz
      and exists (select from webhook_messages m where m.workspace_id = e.workspace_id and m.endpoint_id = e.id
        and m.state = 'waiting' and m.due_at <= ${at}::timestamptz)
    limit 1000`);
  return rows;
};
