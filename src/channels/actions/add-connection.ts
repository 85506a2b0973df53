import { type Actor, audit, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type ConnectionId, newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Channel, Health } from '../contract.ts';
import { afterCheck } from '../model/after-check.ts';
import { type FieldError, type FormValues, readValues } from '../model/read-values.ts';
import { findChannel } from '../registry.ts';
import {
  type ConnectionRow,
  findConnection,
  insertConnection,
  lockConnection,
  lockConnectionOfAccount,
  updateConnection,
} from '../store/connections.ts';
import { beginAuthorisation } from './begin-authorisation.ts';
import { checkValues } from './check-values.ts';
import type { Added, ConnectionRefusal } from './connection-outcomes.ts';
import { openSecrets, sealSecrets } from './secrets.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

export type AddConnectionInput = {
  readonly channel: string;
  readonly name?: string | undefined;
  readonly values: FormValues;
};

/** Tries the channel with what the form says, and keeps it only when it works. OAuth channels send the person away first. */
export const addConnection = async (
  platform: Platform,
  actor: Actor,
  input: AddConnectionInput,
): Promise<Result<Added, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const channel = findChannel(input.channel);
  if (!channel) return err({ kind: 'wrong-values', errors: [unknownChannel] });
  const values = readValues(channel, input.values);
  if (!values.ok) return err({ kind: 'wrong-values', errors: values.error });
  const connectionId = newId();
  if (channel.authorise) {
    return beginAuthorisation(platform, actor, channel, { ...values.value, connectionId, name: input.name });
  }
  const checked = await checkValues(platform, channel, connectionId, values.value, null);
  if (!checked.ok) return err({ kind: 'check-failed', problem: checked.error, channel });
  const kept = await keepConnection(platform, actor, channel, {
    connectionId,
    name: input.name,
    settings: values.value.settings,
    ...checked.value,
  });
  return kept.ok ? ok({ kind: 'added', row: kept.value }) : kept;
};

const unknownChannel: FieldError = {
  field: 'channel',
  words: { it: 'Questo canale non esiste.', en: 'There is no such channel.' },
};

export type CheckedConnection = {
  readonly connectionId: ConnectionId;
  readonly name: string | undefined;
  readonly settings: FormValues;
  readonly secrets: Readonly<Record<string, unknown>>;
  /**
   * Of a renewed permission: only what is new. It is laid over what the living connection keeps at that moment, so that
   * a vendor which gives no new refresh token leaves the old one.
   */
  readonly gained?: Readonly<Record<string, unknown>>;
  readonly health: Health;
};

/** Writes down what has been checked. An account that was removed once comes back as itself, with all that it brought. */
export const keepConnection = (
  platform: Platform,
  actor: Actor,
  channel: Channel,
  checked: CheckedConnection,
): Promise<Result<ConnectionRow, ConnectionRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    const { nativeId } = checked.health.account;
    const before = await lockConnectionOfAccount(tx, workspaceId, channel.manifest.id, nativeId);
    if (before && !before.removedAt && before.id !== checked.connectionId) {
      return err({ kind: 'already-connected' });
    }
    const connectionId = before?.id ?? checked.connectionId;
    const row = await write(tx, platform, actor, channel, { ...checked, connectionId });
    await audit(tx, actor, {
      action: 'connection.added',
      subjectKind: 'connection',
      subjectId: connectionId,
      details: { channel: channel.manifest.id, name: row.name },
    });
    await tellConnectionChanged(tx, workspaceId, connectionId);
    return ok(row);
  });

const write = async (
  tx: Transaction,
  { sealer, clock }: Platform,
  actor: Actor,
  channel: Channel,
  { connectionId, name, settings, secrets, gained, health }: CheckedConnection,
): Promise<ConnectionRow> => {
  const { workspaceId } = actor;
  const { account } = health;
  const whose = { workspaceId, connectionId };
  const before = await lockConnection(tx, workspaceId, connectionId);
  const isLiving = before !== undefined && !before.removedAt && gained !== undefined;
  const kept = isLiving ? { ...openSecrets(sealer, whose, before.secrets), ...gained } : secrets;
  const facts = {
    ...afterCheck(health, clock.now()),
    name: name || account.name || account.handle || channel.manifest.name.it,
    settings,
    secrets: sealSecrets(sealer, whose, kept),
    createdBy: actor.kind === 'member' ? actor.personId : null,
    removedAt: null,
  };
  if (!before) {
    await insertConnection(tx, { workspaceId, id: connectionId, channel: channel.manifest.id, ...facts });
  } else await updateConnection(tx, workspaceId, connectionId, facts);
  const row = await findConnection(tx, workspaceId, connectionId);
  if (!row) throw new Error('a connection just written is not there');
  return row;
};
