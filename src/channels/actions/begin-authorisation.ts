import type { Actor } from '../../people/index.ts';
import { type ConnectionId, newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import type { ConnectionValues, FormValues } from '../model/read-values.ts';
import { insertAuthorisation } from '../store/connection-authorisations.ts';
import type { Added, ConnectionRefusal } from './connection-outcomes.ts';

const MINUTES = 15;

export type AuthorisationRequest = ConnectionValues & {
  /** Of a new connection, or of one whose access is to be renewed. */
  readonly connectionId: ConnectionId;
  readonly name: string | undefined;
};

/** What waits sealed for the return. */
export type Waiting = {
  /** Of the form, or of the connection that is renewed, as they were. */
  readonly secrets: Readonly<Record<string, unknown>>;
  /** What the beginning itself kept. */
  readonly begun: Readonly<Record<string, unknown>>;
  readonly keep: Readonly<Record<string, string>>;
};

/** Where a channel sends people back to. */
export const authorisationReturnUrl = (platform: Pick<Platform, 'config'>): string =>
  `${platform.config.baseUrl}/api/connections/oauth/callback`;

/** What the state says when it comes back; sealed, so that nobody else can have said it. */
export const STATE_PURPOSE = 'channel-authorisation-state';
export const authorisationPurpose = (workspaceId: string, id: string): string =>
  `channel-authorisation:${workspaceId}:${id}`;

/** Prepares the journey to the channel's own page; what must survive it waits sealed in the database. */
export const beginAuthorisation = async (
  platform: Platform,
  actor: Actor,
  channel: Channel,
  request: AuthorisationRequest,
): Promise<Result<Added, ConnectionRefusal>> => {
  if (!channel.authorise || actor.kind !== 'member') return err({ kind: 'not-allowed' });
  const id = newId();
  const { workspaceId, personId } = actor;
  const state = platform.sealer.seal(JSON.stringify({ workspaceId, personId, id }), STATE_PURPOSE);
  let begun: Readonly<Record<string, unknown>> = {};
  const context = {
    ...contextOf(platform, channel, request.connectionId, request.settings),
    secrets: request.secrets,
    keepSecrets: async (change: object) => {
      begun = { ...begun, ...change };
    },
  };
  const sent = await channel.authorise.begin(context, authorisationReturnUrl(platform), state);
  if (!sent.ok) return err({ kind: 'check-failed', problem: sent.error, channel });
  const now = platform.clock.now();
  const waiting: Waiting = { secrets: request.secrets, begun, keep: sent.value.keep };
  await platform.database.inWorkspace(workspaceId, (tx) =>
    insertAuthorisation(
      tx,
      {
        ...{ workspaceId, id, personId, connectionId: request.connectionId },
        channel: channel.manifest.id,
        name: request.name ?? null,
        settings: request.settings,
        sealed: platform.sealer.seal(JSON.stringify(waiting), authorisationPurpose(workspaceId, id)),
        expiresAt: new Date(now.getTime() + MINUTES * 60_000),
      },
      now,
    ),
  );
  return ok({ kind: 'authorise', url: sent.value.url, connectionId: request.connectionId });
};

/** Settings have been through `readValues`; there is no account yet. */
export const contextOf = (
  platform: Pick<Platform, 'http' | 'clock' | 'log'>,
  channel: Channel,
  connectionId: ConnectionId,
  settings: FormValues,
) => ({
  connectionId,
  settings: channel.settingsSchema.parse(settings),
  account: null,
  http: platform.http,
  clock: platform.clock,
  log: platform.log.child({ connection: connectionId, channel: channel.manifest.id }),
});
