import { type Actor, audit, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Words } from '../contract.ts';
import { findChannel } from '../registry.ts';
import { findConnection } from '../store/connections.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { doorOf, renewDoor } from './doors.ts';

type ShownDoor = {
  readonly url: string;
  readonly help: Words;
  readonly token: { readonly label: Words; readonly value: string } | null;
};

/** The door's address for the guided set-up, renewed first when asked. Null for a channel that has none. */
export const showDoor = (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
  { renew = false }: { readonly renew?: boolean } = {},
): Promise<Result<ShownDoor | null, ConnectionRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
    const row = await findConnection(tx, workspaceId, connectionId);
    if (!row || row.removedAt) return err({ kind: 'not-found' });
    const channel = findChannel(row.channel);
    if (!channel?.receive.push || !channel.manifest.door) return ok(null);
    const whose = { workspaceId, connectionId };
    const door = await (renew ? renewDoor : doorOf)(tx, platform, whose);
    if (renew) {
      await audit(tx, actor, {
        action: 'connection.door-renewed',
        subjectKind: 'connection',
        subjectId: connectionId,
        details: { name: row.name },
      });
    }
    const { help, token } = channel.manifest.door;
    return ok({ url: door.url, help, token: token ? { label: token, value: door.token } : null });
  });
