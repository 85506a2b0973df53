import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { warningOf } from '../../platform/time/expiry-warning.ts';
import { selectConnections } from '../store/connections.ts';

export type EndingConnection = {
  readonly connectionId: ConnectionId;
  readonly name: string;
  readonly channel: string;
  readonly expiresAt: string;
};

/** Connections of a company whose permission ends soon, of which people have been warned; the nearest first. */
export const endingConnections = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly EndingConnection[]> =>
  (await selectConnections(tx, workspaceId))
    .flatMap(({ id, name, channel, expiresAt, expiryWarned }) =>
      expiresAt && expiresAt > now && warningOf(expiresAt, expiryWarned)
        ? [{ connectionId: id, name, channel, expiresAt: expiresAt.toISOString() }]
        : [],
    )
    .sort((one, other) => one.expiresAt.localeCompare(other.expiresAt));
