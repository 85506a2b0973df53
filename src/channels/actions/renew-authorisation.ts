import { type Actor, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, type Result } from '../../platform/result.ts';
import type { FormValues } from '../model/read-values.ts';
import { findChannel } from '../registry.ts';
import { findConnection } from '../store/connections.ts';
import { beginAuthorisation } from './begin-authorisation.ts';
import type { Added, ConnectionRefusal } from './connection-outcomes.ts';
import { openSecrets } from './secrets.ts';

/** Sends a person to the channel's page again for a connection that has lost its access. */
export const renewAuthorisation = async (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<Added, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const row = await platform.database.inWorkspace(workspaceId, (tx) =>
    findConnection(tx, workspaceId, connectionId),
  );
  const channel = row && !row.removedAt ? findChannel(row.channel) : undefined;
  if (!row || !channel?.authorise) return err({ kind: 'not-found' });
  return beginAuthorisation(platform, actor, channel, {
    connectionId,
    name: row.name,
    settings: row.settings as FormValues,
    secrets: (openSecrets(platform.sealer, { workspaceId, connectionId }, row.secrets) ?? {}) as FormValues,
  });
};
