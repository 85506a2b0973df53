import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { connectionDoors } from './connection-doors.table.ts';

export type DoorRow = typeof connectionDoors.$inferSelect;

const of = (workspaceId: WorkspaceId, connectionId: ConnectionId) =>
  and(eq(connectionDoors.workspaceId, workspaceId), eq(connectionDoors.connectionId, connectionId));

const holds = (now: Date) => or(isNull(connectionDoors.endsAt), gt(connectionDoors.endsAt, now));

/** The keys that hold, the one in use first. */
export const selectDoors = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  now: Date,
): Promise<DoorRow[]> =>
  tx
    .select()
    .from(connectionDoors)
    .where(and(of(workspaceId, connectionId), holds(now)))
    .orderBy(sql`${connectionDoors.endsAt} is not null`, desc(connectionDoors.createdAt));

/** Two that make the first key at once wait for each other until the transaction ends. */
export const lockDoors = async (tx: Transaction, connectionId: ConnectionId): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${connectionId}, 4323))`);
};

export const insertDoor = async (
  tx: Transaction,
  row: typeof connectionDoors.$inferInsert,
): Promise<void> => {
  await tx.insert(connectionDoors).values(row);
};

/** Gives the key in use until `endsAt`, and forgets those that have ended. */
export const endDoors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  { endsAt, now }: { readonly endsAt: Date; readonly now: Date },
): Promise<void> => {
  await tx.delete(connectionDoors).where(and(of(workspaceId, connectionId), lt(connectionDoors.endsAt, now)));
  await tx
    .update(connectionDoors)
    .set({ endsAt })
    .where(and(of(workspaceId, connectionId), isNull(connectionDoors.endsAt)));
};

/** Whose door a key opens. Of all workspaces: runs as the installation. */
export const findDoorByHash = async (
  tx: Transaction,
  keyHash: string,
  now: Date,
): Promise<{ readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId } | undefined> =>
  (
    await tx
      .select({ workspaceId: connectionDoors.workspaceId, connectionId: connectionDoors.connectionId })
      .from(connectionDoors)
      .where(and(eq(connectionDoors.keyHash, keyHash), holds(now)))
  )[0];

export const deleteDoors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
): Promise<void> => {
  await tx.delete(connectionDoors).where(of(workspaceId, connectionId));
};
