import { z } from 'zod';
import { type Actor, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, type Result } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import type { FormValues } from '../model/read-values.ts';
import { findChannel } from '../registry.ts';
import { type Authorisation, takeAuthorisation } from '../store/connection-authorisations.ts';
import { type ConnectionRow, findConnection } from '../store/connections.ts';
import { keepConnection } from './add-connection.ts';
import { authorisationPurpose, contextOf, STATE_PURPOSE, type Waiting } from './begin-authorisation.ts';
import { checkValues } from './check-values.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { openSecrets } from './secrets.ts';

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
  const { connectionId, workspaceId } = waiting;
  const settings = waiting.settings as FormValues;
  const living = await findLiving(platform, waiting);
  const known = living && openSecrets(platform.sealer, { workspaceId, connectionId }, living.secrets);
  // What is kept may have been renewed since the person left.
  const before = { ...carried.secrets, ...known, ...carried.begun };
  const keepSecrets = async (): Promise<void> => {};
  const context = { ...contextOf(platform, channel, connectionId, settings), secrets: before, keepSecrets };
  const granted = await channel.authorise.complete(context, carried.keep, parameters);
  if (!granted.ok) return err({ kind: 'check-failed', problem: granted.error, channel });
  const gained = { ...carried.begun, ...(granted.value as Record<string, unknown>) };
  const values = { settings, secrets: { ...before, ...gained } };
  const checked = await checkValues(platform, channel, connectionId, values, null);
  if (!checked.ok) return err({ kind: 'check-failed', problem: checked.error, channel });
  const { health, secrets, renewed } = checked.value;
  if (!isSameAccount(living, health.account.nativeId)) return err({ kind: 'other-account' });
  const kept = { connectionId, name: waiting.name ?? undefined, settings, health, secrets };
  return keepConnection(platform, actor, channel, { ...kept, gained: { ...gained, ...renewed } });
};

const findLiving = async (
  { database }: Platform,
  { workspaceId, connectionId }: Authorisation,
): Promise<ConnectionRow | undefined> => {
  const row = await database.inWorkspace(workspaceId, (tx) => findConnection(tx, workspaceId, connectionId));
  return row && !row.removedAt ? row : undefined;
};

/** Renewing the access of one account with another's would mix two conversations. */
const isSameAccount = (living: ConnectionRow | undefined, nativeId: string): boolean => {
  const known = (living?.account as { nativeId?: string } | null | undefined)?.nativeId;
  return known === undefined || known === nativeId;
};

const openWaiting = ({ sealer }: Platform, waiting: Authorisation): Waiting | undefined => {
  const opened = sealer.open(waiting.sealed, authorisationPurpose(waiting.workspaceId, waiting.id));
  return opened.ok ? (JSON.parse(opened.value) as Waiting) : undefined;
};
