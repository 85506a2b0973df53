import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { connections } from './connections.table.ts';

export type ConnectionRow = typeof connections.$inferSelect;
export type NewConnection = typeof connections.$inferInsert;
export type ConnectionChange = Partial<Omit<NewConnection, 'workspaceId' | 'id' | 'channel' | 'createdAt'>>;

const one = (workspaceId: WorkspaceId, id: ConnectionId) =>
  and(eq(connections.workspaceId, workspaceId), eq(connections.id, id));

/** Those of a workspace that have not been removed, oldest first. */
export const selectConnections = (tx: Transaction, workspaceId: WorkspaceId): Promise<ConnectionRow[]> =>
  tx
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.removedAt)))
    .orderBy(asc(connections.createdAt), asc(connections.id));

/** Those in use on these channels, of all companies: runs as the installation. */
export const selectActiveOf = (tx: Transaction, channels: readonly string[]): Promise<ConnectionRow[]> =>
  tx
    .select()
    .from(connections)
    .where(
      and(
        inArray(connections.channel, [...channels]),
        eq(connections.state, 'active'),
        isNull(connections.removedAt),
      ),
    );

/** Removed ones too: what they brought still belongs to them. */
export const findConnection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ConnectionId,
): Promise<ConnectionRow | undefined> => (await tx.select().from(connections).where(one(workspaceId, id)))[0];

/** The same, held until the transaction ends. */
export const lockConnection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ConnectionId,
): Promise<ConnectionRow | undefined> =>
  (await tx.select().from(connections).where(one(workspaceId, id)).for('update'))[0];

/** The connection of that account, removed or not. Two at once wait for each other until the transaction ends. */
export const lockConnectionOfAccount = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  channel: string,
  accountNativeId: string,
): Promise<ConnectionRow | undefined> => {
  const key = JSON.stringify([workspaceId, channel, accountNativeId]);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 4322))`);
  const rows = await tx
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.channel, channel),
        sql`${connections.account}->>'nativeId' = ${accountNativeId}`,
      ),
    )
    .orderBy(sql`${connections.removedAt} is not null`, asc(connections.createdAt))
    .limit(1);
  return rows[0];
};

export const insertConnection = async (tx: Transaction, row: NewConnection): Promise<void> => {
  await tx.insert(connections).values(row);
};

export const updateConnection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ConnectionId,
  change: ConnectionChange,
): Promise<ConnectionRow | undefined> =>
  (await tx.update(connections).set(change).where(one(workspaceId, id)).returning())[0];

/** Merged name by name over what is there; null forgets a name. */
export const mergePushState = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ConnectionId,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await tx
    .update(connections)
    .set({ pushState: sql`jsonb_strip_nulls(${connections.pushState} || ${JSON.stringify(change)}::jsonb)` })
    .where(one(workspaceId, id));
};

/** That something was brought: at most every ten seconds, so that a flood writes no flood. True when written. */
export const touchConnection = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: ConnectionId,
  now: Date,
): Promise<boolean> => {
  const before = new Date(now.getTime() - 10_000);
  const { rowCount } = await tx
    .update(connections)
    .set({ lastEventAt: now })
    .where(
      and(
        one(workspaceId, id),
        sql`(${connections.lastEventAt} is null or ${connections.lastEventAt} < ${before.toISOString()})`,
      ),
    );
  return (rowCount ?? 0) > 0;
};
