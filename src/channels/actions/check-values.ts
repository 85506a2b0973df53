import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Account, Channel, ChannelContext, ChannelProblem, Health } from '../contract.ts';
import type { ConnectionValues } from '../model/read-values.ts';
import { parseValues } from './open-connection.ts';
import { renewSecrets } from './renew-secrets.ts';

type Values = Readonly<Record<string, unknown>>;

export type CheckedValues = {
  readonly health: Health;
  /** As given, with what the check itself renewed. */
  readonly secrets: Values;
  /** Only what the check renewed. */
  readonly renewed: Values;
};

type Outside = Pick<Platform, 'http' | 'clock' | 'log' | 'database' | 'sealer'>;
type Given = { readonly settings: ConnectionValues['settings']; readonly secrets: Values };

/**
 * Tries values that are not kept yet: nothing is written, whatever comes of it. With `livingIn`, the workspace of a connection that
 * is in use: tokens that the check renews are kept even when it fails, since the vendor has taken back the old ones.
 */
export const checkValues = async (
  platform: Outside,
  channel: Channel,
  connectionId: ConnectionId,
  values: Given,
  account: Account | null,
  livingIn?: WorkspaceId,
): Promise<Result<CheckedValues, ChannelProblem>> => {
  const parsed = parseValues(channel, values.settings, values.secrets);
  if (!parsed.ok) return parsed;
  let renewed: Values = {};
  const note = (change: Values): void => {
    renewed = { ...renewed, ...change };
  };
  const health = await channel.check({
    connectionId,
    ...parsed.value,
    account,
    http: platform.http,
    clock: platform.clock,
    log: platform.log.child({ connection: connectionId, channel: channel.manifest.id }),
    keepSecrets: async (change) => note(change as Values),
    ...(livingIn === undefined
      ? {}
      : {
          renewSecrets: renewing(
            platform,
            channel,
            { workspaceId: livingIn, connectionId },
            values.secrets,
            note,
          ),
        }),
  });
  if (!health.ok) return err(health.error);
  return ok({ health: health.value, secrets: { ...values.secrets, ...renewed }, renewed });
};

/** Under the living connection's lock, with the form's own values over what is kept. */
const renewing =
  (
    platform: Outside,
    channel: Channel,
    whose: { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId },
    given: Values,
    note: (change: Values) => void,
  ): NonNullable<ChannelContext<unknown, unknown>['renewSecrets']> =>
  async (renew) => {
    const formNames = channel.manifest.fields.map(({ name }) => name);
    const form = Object.fromEntries(Object.entries(given).filter(([name]) => formNames.includes(name)));
    return renewSecrets(platform, whose, async (current) => {
      const brought = await renew(channel.secretsSchema.parse({ ...current, ...form }));
      if (brought.ok) note(brought.value as Values);
      return brought as Result<Values, ChannelProblem>;
    });
  };
