import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { findChannel } from '../registry.ts';
import { type ConnectionRow, findConnection, selectConnections } from '../store/connections.ts';
import { parseValues } from './open-connection.ts';
import { openSecrets } from './secrets.ts';

/** Gives a permission back to the vendor (RFC 7009) after its connection was removed. */
export const GIVE_BACK_JOB = 'channels.give-back';

/** Delays double from a second: about three days of a vendor that is away. After that the permission ends by itself or at the vendor's page. */
const RETRIES = 18;

const DataSchema = z.object({
  workspaceId: z.string(),
  connectionId: z.string(),
  channel: z.string(),
  settings: z.unknown(),
  /** Still sealed. */
  secrets: z.string(),
});

/** The first attempt is made at the removal itself, once webhooks have been taken away with that very permission. */
const AFTER_MS = 60_000;

/** In the transaction that removes the connection, from the row as it was. */
export const askToGiveBack = async (
  tx: Transaction,
  { jobs, clock }: Pick<Platform, 'jobs' | 'clock'>,
  row: ConnectionRow,
): Promise<void> => {
  if (!findChannel(row.channel)?.authorise?.revoke || row.secrets === null) return;
  const { workspaceId, id: connectionId, channel, settings, secrets } = row;
  const startAfter = new Date(clock.now().getTime() + AFTER_MS);
  const data = { workspaceId, connectionId, channel, settings, secrets };
  await jobs.send(tx, GIVE_BACK_JOB, data, { startAfter });
};

export const giveBackJob = (platform: Platform): JobDefinition => ({
  name: GIVE_BACK_JOB,
  retries: RETRIES,
  handle: async (data) => {
    const parsed = DataSchema.safeParse(data).data;
    const given = parsed && (await giveBack(platform, { ...parsed, id: parsed.connectionId }));
    if (given === 'later') throw new Error('the vendor is away');
  },
});

/** `later`: the vendor was away. Whatever else it says, saying it again would change nothing. */
export const giveBack = async (platform: Outside, row: Grant): Promise<'done' | 'later'> => {
  const { workspaceId, id: connectionId } = row;
  const channel = findChannel(row.channel);
  const secrets = openSecrets(platform.sealer, { workspaceId, connectionId }, row.secrets);
  if (!channel?.authorise?.revoke || !secrets || (await isShared(platform, row))) return 'done';
  const parsed = parseValues(channel, row.settings, secrets);
  if (!parsed.ok) return 'done';
  const log = platform.log.child({ connection: connectionId, channel: row.channel });
  const given = await channel.authorise.revoke({
    connectionId,
    ...parsed.value,
    account: null,
    http: platform.http,
    clock: platform.clock,
    log,
    keepSecrets: async () => {},
  });
  if (given.ok) return 'done';
  log.warn({ problem: given.error.kind }, 'a permission was not given back');
  const isAway = ['rate-limited', 'server-error', 'unreachable', 'timeout'].includes(given.error.kind);
  return isAway ? 'later' : 'done';
};

type Outside = Pick<Platform, 'database' | 'sealer' | 'http' | 'clock' | 'log'>;
type Grant = Pick<ConnectionRow, 'workspaceId' | 'id' | 'channel' | 'settings' | 'secrets'>;

/**
 * Vendors end the whole grant of a person to an app (Google): what another living connection of the same app, or the same
 * connection joined again, still needs is not given back.
 */
const isShared = async (
  { database }: Pick<Platform, 'database'>,
  { workspaceId, id, settings }: Grant,
): Promise<boolean> => {
  const appOf = (value: unknown): unknown => (value as { clientId?: unknown } | null)?.clientId;
  return database.inWorkspace(workspaceId, async (tx) => {
    const again = await findConnection(tx, workspaceId, id);
    if (again && !again.removedAt) return true;
    const others = await selectConnections(tx, workspaceId);
    return others.some((row) => appOf(row.settings) !== undefined && appOf(row.settings) === appOf(settings));
  });
};
