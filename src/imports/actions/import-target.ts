import {
  addConnection,
  type Channel,
  findChannel,
  readAccount,
  selectConnections,
} from '../../channels/index.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ImportSettings } from '../model/import-settings.ts';

/** Where an import's mentions hang. `connectionId` is null while there is no such connection yet. */
export type ImportTarget = {
  readonly channel: Channel;
  readonly connectionId: ConnectionId | null;
  /** Our own address there, for letters. */
  readonly account: string | null;
};

/** The mailbox that was chosen, else the shelf of imports: LinkedIn's is its own, because its terms are. */
export const findTarget = async (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  settings: ImportSettings,
): Promise<ImportTarget> => {
  const rows = await platform.database.inWorkspace(workspaceId, (tx) => selectConnections(tx, workspaceId));
  const mailbox =
    settings.format === 'mbox'
      ? rows.find((row) => row.id === settings.mailboxId && row.channel === 'mail' && row.removedAt === null)
      : undefined;
  if (mailbox) {
    const account = readAccount(mailbox.account)?.nativeId ?? null;
    return { channel: channelOf('mail'), connectionId: mailbox.id, account };
  }
  const channel = channelOf(settings.format === 'linkedin' ? 'linkedin-archive' : 'imported');
  const shelf = rows.find((row) => row.channel === channel.manifest.id && row.removedAt === null);
  return { channel, connectionId: shelf?.id ?? null, account: null };
};

/** The same, its connection made where it was missing. */
export const makeTarget = async (
  platform: Platform,
  workspaceId: WorkspaceId,
  settings: ImportSettings,
): Promise<ImportTarget & { readonly connectionId: ConnectionId }> => {
  const found = await findTarget(platform, workspaceId, settings);
  if (found.connectionId) return { ...found, connectionId: found.connectionId };
  const actor = { kind: 'system' as const, workspaceId, name: 'imports' };
  await addConnection(platform, actor, { channel: found.channel.manifest.id, values: {} });
  const made = await findTarget(platform, workspaceId, settings);
  if (!made.connectionId) throw new Error('the shelf of imports could not be made');
  return { ...made, connectionId: made.connectionId };
};

const channelOf = (id: string): Channel => {
  const channel = findChannel(id);
  if (!channel) throw new Error(`there is no channel ${id}`);
  return channel;
};
