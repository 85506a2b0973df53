import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Channel, ChannelContext, ChannelProblem, Door, Json } from '../contract.ts';
import { readAccount } from '../model/account.ts';
import { findChannel } from '../registry.ts';
import {
  type ConnectionRow,
  findConnection,
  lockConnection,
  mergePushState,
  updateConnection,
} from '../store/connections.ts';
import { doorOf } from './doors.ts';
import { renewSecrets } from './renew-secrets.ts';
import { openSecrets, sealSecrets } from './secrets.ts';

export type OpenConnection = {
  readonly channel: Channel;
  readonly context: ChannelContext<unknown, unknown>;
  readonly row: ConnectionRow;
};

type Outside = Pick<Platform, 'config' | 'database' | 'sealer' | 'http' | 'clock' | 'log'>;

/**
 * A connection ready to be used: secrets unsealed, settings parsed, its door known, the channel's functions beside them.
 * Any state will do (to settle an answer, a paused one is opened too); a removed one is `gone`.
 */
export const openConnection = async (
  platform: Outside,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
): Promise<Result<OpenConnection, ChannelProblem>> => {
  const found = await platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await findConnection(tx, workspaceId, connectionId);
    const hasDoor = row && !row.removedAt && findChannel(row.channel)?.receive.push;
    return (
      row && { row, door: hasDoor ? await doorOf(tx, platform, { workspaceId, connectionId }) : undefined }
    );
  });
  if (!found) return err({ kind: 'not-found', detail: 'there is no such connection' });
  if (found.row.removedAt) return err({ kind: 'gone', detail: 'the connection has been removed' });
  return openRow(platform, found.row, found.door);
};

const openRow = (
  platform: Outside,
  row: ConnectionRow,
  door: Door | undefined,
): Result<OpenConnection, ChannelProblem> => {
  const channel = findChannel(row.channel);
  if (!channel) return err({ kind: 'not-found', detail: 'this version does not know the channel' });
  const secrets = openSecrets(
    platform.sealer,
    { workspaceId: row.workspaceId, connectionId: row.id },
    row.secrets,
  );
  if (!secrets) return err({ kind: 'unauthorised', detail: 'the kept secrets do not open with our key' });
  const parsed = parseValues(channel, row.settings, secrets);
  if (!parsed.ok) return parsed;
  const context: ChannelContext<unknown, unknown> = {
    connectionId: row.id,
    ...parsed.value,
    account: readAccount(row.account),
    http: platform.http,
    clock: platform.clock,
    log: platform.log.child({ connection: row.id, channel: row.channel }),
    keepSecrets: (change) =>
      keepSecrets(platform, row.workspaceId, row.id, change as Record<string, unknown>),
    renewSecrets: (renew) =>
      renewSecrets(
        platform,
        { workspaceId: row.workspaceId, connectionId: row.id },
        (current) =>
          renew(channel.secretsSchema.parse(current)) as Promise<
            Result<Record<string, unknown>, ChannelProblem>
          >,
      ),
    ...(door ? { door } : {}),
    pushState: row.pushState as Readonly<Record<string, Json>>,
    changePushState: (change) =>
      platform.database.inWorkspace(row.workspaceId, async (tx) => {
        const current = await lockConnection(tx, row.workspaceId, row.id);
        if (!current) return;
        const state = current.pushState as Readonly<Record<string, Json>>;
        await mergePushState(tx, row.workspaceId, row.id, change(state));
      }),
    keepPushState: (change) =>
      platform.database.inWorkspace(row.workspaceId, (tx) =>
        mergePushState(tx, row.workspaceId, row.id, change),
      ),
  };
  return ok({ channel, context, row });
};

/** Through the channel's own schemas; what does not pass was right for an older version. */
export const parseValues = (
  channel: Channel,
  settings: unknown,
  secrets: unknown,
): Result<{ readonly settings: unknown; readonly secrets: unknown }, ChannelProblem> => {
  const parsedSettings = channel.settingsSchema.safeParse(settings);
  const parsedSecrets = channel.secretsSchema.safeParse(secrets);
  if (parsedSettings.success && parsedSecrets.success) {
    return ok({ settings: parsedSettings.data, secrets: parsedSecrets.data });
  }
  const issue = (parsedSettings.error ?? parsedSecrets.error)?.issues[0];
  return err({
    kind: parsedSettings.success ? 'unauthorised' : 'misconfigured',
    field: String(issue?.path[0] ?? ''),
    detail: `a kept value is not right: ${String(issue?.path[0] ?? 'unknown')}`,
  });
};

const keepSecrets = (
  { database, sealer }: Outside,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  change: Readonly<Record<string, unknown>>,
): Promise<void> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnection(tx, workspaceId, connectionId);
    if (!row || row.removedAt) return;
    const whose = { workspaceId, connectionId };
    const secrets = { ...openSecrets(sealer, whose, row.secrets), ...change };
    await updateConnection(tx, workspaceId, connectionId, { secrets: sealSecrets(sealer, whose, secrets) });
  });
