import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Account, Channel, ChannelProblem, Health } from '../contract.ts';
import type { ConnectionValues } from '../model/read-values.ts';
import { parseValues } from './open-connection.ts';

export type CheckedValues = {
  readonly health: Health;
  /** As given, with what the check itself renewed. */
  readonly secrets: Readonly<Record<string, unknown>>;
};

/** Tries values that are not kept yet: nothing is written, whatever comes of it. */
export const checkValues = async (
  platform: Pick<Platform, 'http' | 'clock' | 'log'>,
  channel: Channel,
  connectionId: ConnectionId,
  values: {
    readonly settings: ConnectionValues['settings'];
    readonly secrets: Readonly<Record<string, unknown>>;
  },
  account: Account | null,
): Promise<Result<CheckedValues, ChannelProblem>> => {
  const parsed = parseValues(channel, values.settings, values.secrets);
  if (!parsed.ok) return parsed;
  let secrets = values.secrets;
  const health = await channel.check({
    connectionId,
    ...parsed.value,
    account,
    http: platform.http,
    clock: platform.clock,
    log: platform.log.child({ connection: connectionId, channel: channel.manifest.id }),
    keepSecrets: async (change) => {
      secrets = { ...secrets, ...(change as Record<string, unknown>) };
    },
  });
  return health.ok ? ok({ health: health.value, secrets }) : err(health.error);
};
