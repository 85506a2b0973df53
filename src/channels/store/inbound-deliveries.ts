import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { inboundDeliveries } from './inbound-deliveries.table.ts';

export type DeliveryRow = typeof inboundDeliveries.$inferSelect;

const one = (workspaceId: WorkspaceId, id: string) =>
  and(eq(inboundDeliveries.workspaceId, workspaceId), eq(inboundDeliveries.id, id));

/** The id under which it waits: an earlier one's when the very same is waiting already. */
export const insertDelivery = async (
  tx: Transaction,
  row: typeof inboundDeliveries.$inferInsert,
): Promise<string> => {
  const written = await tx
    .insert(inboundDeliveries)
    .values(row)
    .onConflictDoUpdate({
      target: [inboundDeliveries.workspaceId, inboundDeliveries.connectionId, inboundDeliveries.digest],
      targetWhere: sql`handled_at is null`,
      set: { digest: row.digest },
    })
    .returning({ id: inboundDeliveries.id });
  return written[0]?.id ?? row.id;
};

/** How many wait for a connection, counted up to `most`. */
export const countWaiting = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  most: number,
): Promise<number> => {
  const { rows } = await tx.execute<{ waiting: string }>(sql`
    select count(*) as waiting from (
      select 1 from inbound_deliveries
       where workspace_id = ${workspaceId} and connection_id = ${connectionId} and handled_at is null
       limit ${most}) w`);
  return Number(rows[0]?.waiting ?? 0);
};

export const findDelivery = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<DeliveryRow | undefined> =>
  (await tx.select().from(inboundDeliveries).where(one(workspaceId, id)))[0];

export type Waiting = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

/** Connections with something due, those that have waited longest first. Of all workspaces: runs as the installation. */
export const selectWaiting = async (
  tx: Transaction,
  { now, limit, except }: { readonly now: Date; readonly limit: number; readonly except: readonly string[] },
): Promise<readonly Waiting[]> => {
  const { rows } = await tx.execute<{ workspace_id: string; connection_id: string }>(sql`
    select workspace_id, connection_id from inbound_deliveries
     where handled_at is null and next_attempt_at <= ${now.toISOString()}
       and not connection_id = any(${sql.param([...except])}::uuid[])
     group by workspace_id, connection_id
     order by min(next_attempt_at)
     limit ${limit}`);
  return rows.map((row) => ({ workspaceId: row.workspace_id, connectionId: row.connection_id }));
};

/** Takes some of a connection's, oldest first, until `until`; those that another process has are passed over. */
export const claimDeliveries = async (
  tx: Transaction,
  { workspaceId, connectionId }: Waiting,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly DeliveryRow[]> =>
  tx
    .update(inboundDeliveries)
    .set({ nextAttemptAt: until, attempts: sql`attempts + 1` })
    .where(
      sql`(workspace_id, id) in (
        select workspace_id, id from inbound_deliveries
         where workspace_id = ${workspaceId} and connection_id = ${connectionId}
           and handled_at is null and next_attempt_at <= ${now.toISOString()}
         order by next_attempt_at, id
         limit ${limit}
         for update skip locked)`,
    )
    .returning();

/** Done with: what it carried is forgotten here (`keepBody`: but for its bytes), only how it ended is known for a while. */
export const endDelivery = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  {
    handledAt,
    outcome,
    keepBody = false,
  }: { readonly handledAt: Date; readonly outcome: string; readonly keepBody?: boolean },
): Promise<void> => {
  await tx
    .update(inboundDeliveries)
    .set({ handledAt, outcome, request: {}, ...(keepBody ? {} : { body: Buffer.alloc(0) }) })
    .where(one(workspaceId, id));
};

export type LastBody = { readonly receivedAt: Date; readonly body: Uint8Array };

/** Of the handled ones whose bytes are still there, the last that came. */
export const findLastBody = async (
  tx: Transaction,
  { workspaceId, connectionId }: Waiting,
): Promise<LastBody | undefined> => {
  const [row] = await tx
    .select({ receivedAt: inboundDeliveries.receivedAt, body: inboundDeliveries.body })
    .from(inboundDeliveries)
    .where(
      and(
        eq(inboundDeliveries.workspaceId, workspaceId),
        eq(inboundDeliveries.connectionId, connectionId),
        sql`handled_at is not null and length(body) > 0`,
      ),
    )
    .orderBy(desc(inboundDeliveries.receivedAt), desc(inboundDeliveries.id))
    .limit(1);
  return row && { receivedAt: row.receivedAt, body: new Uint8Array(row.body) };
};

/** The bytes of handled deliveries go: of one connection's all but the last that came, or all of a workspace's. */
export const emptyKeptBodies = async (
  tx: Transaction,
  { workspaceId, connectionId }: { readonly workspaceId: WorkspaceId; readonly connectionId?: ConnectionId },
): Promise<void> => {
  const butTheLast =
    connectionId === undefined
      ? sql``
      : sql`and connection_id = ${connectionId} and id <> (
          select id from inbound_deliveries
           where workspace_id = ${workspaceId} and connection_id = ${connectionId}
             and handled_at is not null and length(body) > 0
           order by received_at desc, id desc limit 1)`;
  await tx.execute(sql`
    update inbound_deliveries set body = ''
     where workspace_id = ${workspaceId} and handled_at is not null and length(body) > 0 ${butTheLast}`);
};

export const postponeDelivery = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  { nextAttemptAt, problem }: { readonly nextAttemptAt: Date; readonly problem: string },
): Promise<void> => {
  await tx.update(inboundDeliveries).set({ nextAttemptAt, problem }).where(one(workspaceId, id));
};

/** Those handled before `handledBefore`, and whatever came before `receivedBefore`; returns how many. As the installation. */
export const deleteOldDeliveries = async (
  tx: Transaction,
  { handledBefore, receivedBefore }: { readonly handledBefore: Date; readonly receivedBefore: Date },
): Promise<number> => {
  const { rowCount } = await tx.execute(sql`
    delete from inbound_deliveries
     where handled_at < ${handledBefore.toISOString()} or received_at < ${receivedBefore.toISOString()}`);
  return rowCount ?? 0;
};

/** Of a connection that was removed. */
export const deleteDeliveriesOf = async (
  tx: Transaction,
  { workspaceId, connectionId }: Waiting,
): Promise<void> => {
  await tx
    .delete(inboundDeliveries)
    .where(
      and(eq(inboundDeliveries.workspaceId, workspaceId), eq(inboundDeliveries.connectionId, connectionId)),
    );
};
