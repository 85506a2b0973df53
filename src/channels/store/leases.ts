import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { connections } from './connections.table.ts';
import type { ConnectionChange, ConnectionRow } from './connections.ts';

/** One process's word that it alone receives for a connection, until `leaseUntil`. */
export type Lease = {
  readonly workspaceId: WorkspaceId;
  readonly connectionId: ConnectionId;
  /** A UUID of the process. */
  readonly holder: string;
};

export type Claim = {
  readonly workspaceId: WorkspaceId;
  readonly connectionId: ConnectionId;
  readonly channel: string;
};

export type Claimable = {
  readonly holder: string;
  readonly now: Date;
  readonly until: Date;
  readonly limit: number;
  /** Channels that poll: due when their time has come. */
  readonly polling: readonly string[];
  /** Channels that stream: always due, unless they failed and wait. */
  readonly streaming: readonly string[];
  /** Channels whose stream is read once for all: theirs that follow it go to one process. */
  readonly sharing: readonly string[];
};

/** Of all workspaces: runs as the installation. Rows that another process is just taking are passed over. */
export const claimRows = async (tx: Transaction, claimable: Claimable): Promise<readonly Claim[]> => {
  const { holder, now, until, limit } = claimable;
  // Two processes that claim at once would each find the stream unread. Until the end of the transaction.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('passaparola shared streams', 0))`);
  const { rows } = await tx.execute<{ workspace_id: string; id: string; channel: string }>(sql`
    update connections set lease_holder = ${holder}, lease_until = ${until.toISOString()}
    where (workspace_id, id) in (
      select workspace_id, id from connections
      where state = 'active' and removed_at is null
        and (lease_until is null or lease_until <= ${now.toISOString()})
        and (
          (channel = any(${sql.param([...claimable.polling])}::text[]) and next_poll_at <= ${now.toISOString()})
          or (channel = any(${sql.param([...claimable.streaming])}::text[])
            and (failures = 0 or next_poll_at <= ${now.toISOString()}))
        )
        and not (
          channel = any(${sql.param([...claimable.sharing])}::text[]) and settings->>'stream' = 'true'
          and exists (
            select 1 from connections reading
            where reading.channel = connections.channel and reading.settings->>'stream' = 'true'
              and reading.lease_until > ${now.toISOString()} and reading.lease_holder <> ${holder}
          )
        )
      order by next_poll_at
      limit ${limit}
      for update skip locked
    )
    returning workspace_id, id, channel`);
  return rows.map((row) => ({ workspaceId: row.workspace_id, connectionId: row.id, channel: row.channel }));
};

const held = (lease: Lease) =>
  and(
    eq(connections.workspaceId, lease.workspaceId),
    eq(connections.id, lease.connectionId),
    eq(connections.leaseHolder, lease.holder),
  );

/** Writes only while the lease is ours; undefined when it no longer is, or the connection is paused or removed. */
export const updateHeld = async (
  tx: Transaction,
  lease: Lease,
  change: ConnectionChange,
): Promise<ConnectionRow | undefined> =>
  (
    await tx
      .update(connections)
      .set(change)
      .where(and(held(lease), eq(connections.state, 'active'), sql`${connections.removedAt} is null`))
      .returning()
  )[0];

/** The row while it is ours, held until the transaction ends. */
export const lockHeld = async (tx: Transaction, lease: Lease): Promise<ConnectionRow | undefined> =>
  (await tx.select().from(connections).where(held(lease)).for('update'))[0];

/** Of all workspaces: runs as the installation. */
export const freeAllLeases = async (tx: Transaction): Promise<void> => {
  await tx
    .update(connections)
    .set({ leaseHolder: null, leaseUntil: null })
    .where(sql`${connections.leaseHolder} is not null`);
};

export const freeLease = async (tx: Transaction, lease: Lease): Promise<void> => {
  await tx.update(connections).set({ leaseHolder: null, leaseUntil: null }).where(held(lease));
};
