import { z } from 'zod';
import { type Actor, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import type { FormValues } from '../model/read-values.ts';
import { findChannel } from '../registry.ts';
import { type Authorisation, takeAuthorisation } from '../store/connection-authorisations.ts';
import { type ConnectionRow, findConnection } from '../store/connections.ts';
import { keepConnection } from './add-connection.ts';
import { authorisationPurpose, contextOf, STATE_PURPOSE } from './begin-authorisation.ts';
import { checkValues } from './check-values.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';

const StateSchema = z.object({ workspaceId: z.uuid(), personId: z.uuid(), id: z.uuid() });
export type AuthorisationState = z.infer<typeof StateSchema>;

/** What we said when we sent the person away; undefined for anything that we did not say. */
export const readState = (
  platform: Pick<Platform, 'sealer'>,
  state: string,
): AuthorisationState | undefined => {
  const opened = platform.sealer.open(state, STATE_PURPOSE);
  return opened.ok ? StateSchema.safeParse(JSON.parse(opened.value)).data : undefined;
};

/**
 * The person is back: what they brought becomes a checked connection. `actor` is who is signed in now: only the one
 * who left may come back, once and in time; anything else is `not-found`.
 */
export const completeAuthorisation = async (
  platform: Platform,
  actor: Actor,
  state: AuthorisationState,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<ConnectionRow, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  if (actor.kind !== 'member' || actor.personId !== state.personId || workspaceId !== state.workspaceId) {
    return err({ kind: 'not-found' });
  }
  const waiting = await platform.database.inWorkspace(workspaceId, (tx) =>
    takeAuthorisation(tx, workspaceId, state.id, state.personId),
  );
  if (!waiting || waiting.expiresAt <= platform.clock.now()) return err({ kind: 'not-found' });
  const channel = findChannel(waiting.channel);
  if (!channel) return err({ kind: 'not-found' });
  return complete(platform, actor, channel, waiting, parameters);
};

const complete = async (
  platform: Platform,
  actor: Actor,
  channel: Channel,
  waiting: Authorisation,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<ConnectionRow, ConnectionRefusal>> => {
  const carried = openWaiting(platform, waiting);
  if (!carried || !channel.authorise) return err({ kind: 'not-found' });
  const { connectionId } = waiting;
  const settings = waiting.settings as FormValues;
  const keepSecrets = async (): Promise<void> => {};
  const context = {
    ...contextOf(platform, channel, connectionId, settings),
    secrets: carried.secrets,
    keepSecrets,
  };
  const granted = await channel.authorise.complete(context, carried.keep, parameters);
  if (!granted.ok) return err({ kind: 'check-failed', problem: granted.error, channel });
  const secrets = { ...carried.secrets, ...(granted.value as Record<string, unknown>) };
  const checked = await checkValues(platform, channel, connectionId, { settings, secrets }, null);
  if (!checked.ok) return err({ kind: 'check-failed', problem: checked.error, channel });
  if (!(await isSameAccount(platform, waiting, checked.value.health.account.nativeId))) {
    return err({ kind: 'other-account' });
  }
  const kept = { connectionId, name: waiting.name ?? undefined, settings, ...checked.value };
  const written = await keepConnection(platform, actor, channel, kept);
  return written.ok ? ok(written.value) : written;
};

/** Renewing the access of one account with another's would mix two conversations. */
const isSameAccount = async (
  { database }: Platform,
  { workspaceId, connectionId }: Authorisation,
  nativeId: string,
): Promise<boolean> => {
  const before = await database.inWorkspace(workspaceId, (tx) =>
    findConnection(tx, workspaceId, connectionId),
  );
  const known = (before?.account as { nativeId?: string } | null | undefined)?.nativeId;
  return known === undefined || known === nativeId;
};

const openWaiting = ({ sealer }: Platform, waiting: Authorisation) => {
  const opened = sealer.open(waiting.sealed, authorisationPurpose(waiting.workspaceId, waiting.id));
  if (!opened.ok) return undefined;
  return JSON.parse(opened.value) as {
    readonly secrets: Record<string, unknown>;
    readonly keep: Record<string, string>;
  };
};
