import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Json } from '../contract.ts';
import { channels, findChannel } from '../registry.ts';
import type { ConnectionChange } from '../store/connections.ts';
import {
  type Claim,
  claimRows,
  freeAllLeases,
  freeLease,
  type Lease,
  lockHeld,
  updateHeld,
} from '../store/leases.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** A process that dies lets go after this; it renews at a third of it. */
export const LEASE_MS = 30_000;

const polling = () =>
  channels.filter((channel) => channel.receive.poll).map((channel) => channel.manifest.id);
const streaming = () =>
  channels.filter((channel) => channel.receive.stream).map((channel) => channel.manifest.id);
const sharing = () =>
  channels.filter((channel) => channel.receive.streamIsShared).map((channel) => channel.manifest.id);

type Outside = Pick<Platform, 'database' | 'clock'>;

/**
 * Takes up to `limit` connections of all workspaces that want receiving and that nobody else holds: those whose
 * poll is due, and those that stream; of those that share a stream only what goes to the process that reads it. Each is ours for `LEASE_MS` unless renewed. `holder` is this process's UUID.
 */
export const claimConnections = (
  { database, clock }: Outside,
  holder: string,
  limit: number,
): Promise<readonly Claim[]> => {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  return database.asInstallation((tx) =>
    claimRows(tx, {
      ...{ holder, now, until, limit },
      ...{ polling: polling(), streaming: streaming(), sharing: sharing() },
    }),
  );
};

/** False when the connection is no longer ours to receive for: taken over, paused, removed or in need of people. Stop then. */
export const renewLease = async ({ database, clock }: Outside, lease: Lease): Promise<boolean> => {
  const leaseUntil = new Date(clock.now().getTime() + LEASE_MS);
  const row = await database.inWorkspace(lease.workspaceId, (tx) => updateHeld(tx, lease, { leaseUntil }));
  return row !== undefined;
};

export const releaseLease = ({ database }: Outside, lease: Lease): Promise<void> =>
  database.inWorkspace(lease.workspaceId, (tx) => freeLease(tx, lease));

/** Before receiving begins, for a process that knows to be alone: whoever held a lease is dead, and nobody waits for it. */
export const releaseAllLeases = ({ database }: Outside): Promise<void> =>
  database.asInstallation((tx) => freeAllLeases(tx));

export type PollOutcome = {
  readonly now: Date;
  /** Of `poll`. */
  readonly cursor?: Json;
  /** Of `stream`. */
  readonly streamCursor?: Json;
  /** How many items it brought. */
  readonly items: number;
  /** The channel has more ready: the next poll is due at once. */
  readonly more?: boolean;
};

/**
 * Writes where receiving goes on from, in the transaction that ingests the batch: the cursor moves if and only if
 * its items are ours. False when the lease was lost: throw the transaction away, another process has the batch.
 * Ends a problem that was noted before. Call it after everything else in the transaction.
 */
export const savePollOutcome = async (
  tx: Transaction,
  lease: Lease,
  outcome: PollOutcome,
): Promise<boolean> => {
  const row = await lockHeld(tx, lease);
  if (row?.state !== 'active' || row.removedAt) return false;
  const written = await updateHeld(tx, lease, changeOf(row.channel, outcome));
  const isNews =
    row.failures > 0 || row.problem !== null || (row.lastPolledAt === null && outcome.cursor !== undefined);
  if (written && isNews) await tellConnectionChanged(tx, lease.workspaceId, lease.connectionId);
  return written !== undefined;
};

const changeOf = (channel: string, outcome: PollOutcome): ConnectionChange => {
  const { now } = outcome;
  const pollEveryMs = findChannel(channel)?.manifest.pollEveryMs ?? LEASE_MS;
  const isPoll = outcome.cursor !== undefined;
  const nextPollAt = outcome.more ? now : new Date(now.getTime() + pollEveryMs);
  return {
    failures: 0,
    problem: null,
    ...(isPoll ? { cursor: outcome.cursor, lastPolledAt: now, nextPollAt } : {}),
    ...(outcome.streamCursor === undefined ? {} : { streamCursor: outcome.streamCursor }),
    ...(outcome.items > 0 ? { lastEventAt: now } : {}),
  };
};

/** The stream flows, or a poll brought nothing new: all is well again, with no batch to write. */
export const noteSuccess = async ({ database, clock }: Outside, lease: Lease): Promise<void> => {
  await database.inWorkspace(lease.workspaceId, (tx) =>
    savePollOutcome(tx, lease, { now: clock.now(), items: 0 }),
  );
};
