import { type Actor, audit, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { deleteDoors } from '../store/connection-doors.ts';
import { lockConnection, updateConnection } from '../store/connections.ts';
import { deleteDeliveriesOf } from '../store/inbound-deliveries.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** Receiving and sending end, its door is walled up and the secrets are forgotten; what it brought stays. */
export const removeConnection = (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<void, ConnectionRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
    const row = await lockConnection(tx, workspaceId, connectionId);
    if (!row || row.removedAt) return err({ kind: 'not-found' });
    await updateConnection(tx, workspaceId, connectionId, {
      removedAt: platform.clock.now(),
      secrets: null,
      pushState: {},
      leaseHolder: null,
      leaseUntil: null,
    });
    await deleteDoors(tx, workspaceId, connectionId);
    await deleteDeliveriesOf(tx, { workspaceId, connectionId });
    await audit(tx, actor, {
      action: 'connection.removed',
      subjectKind: 'connection',
      subjectId: connectionId,
      details: { channel: row.channel, name: row.name },
    });
    await tellConnectionChanged(tx, workspaceId, connectionId);
    return ok(undefined);
  });
