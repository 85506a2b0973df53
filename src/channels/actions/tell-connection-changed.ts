import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';

/** Open screens show the connection afresh. Last in its transaction. */
export const tellConnectionChanged = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
): Promise<void> => appendLive(tx, workspaceId, [{ kind: 'connection.changed', payload: { connectionId } }]);
