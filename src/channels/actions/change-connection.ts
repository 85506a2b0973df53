import { type Actor, audit, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { readAccount } from '../model/account.ts';
import { afterCheck } from '../model/after-check.ts';
import { type FormValues, readValues } from '../model/read-values.ts';
import { findChannel } from '../registry.ts';
import {
  type ConnectionChange,
  type ConnectionRow,
  findConnection,
  lockConnection,
  updateConnection,
} from '../store/connections.ts';
import { checkValues } from './check-values.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { openSecrets, sealSecrets } from './secrets.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

export type ConnectionChangeInput = {
  readonly name?: string | undefined;
  /** Only the fields that change; secrets left out or empty stay as they are. */
  readonly values?: FormValues | undefined;
  readonly state?: 'active' | 'paused' | undefined;
};

/** Renames, corrects (tried before it is kept), pauses and resumes. */
export const changeConnection = async (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
  input: ConnectionChangeInput,
): Promise<Result<ConnectionRow, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const row = await platform.database.inWorkspace(workspaceId, (tx) =>
    findConnection(tx, workspaceId, connectionId),
  );
  if (!row || row.removedAt) return err({ kind: 'not-found' });
  const corrected = input.values
    ? await correct(platform, row, input.values)
    : ok({ facts: {}, secrets: {} });
  if (!corrected.ok) return corrected;
  const { facts, secrets } = corrected.value;
  const change = { ...facts, ...named(input), ...stateChange(platform, row, input) };
  if (Object.keys(change).length === 0) return ok(row);
  return platform.database.inWorkspace(workspaceId, async (tx) => {
    const current = await lockConnection(tx, workspaceId, connectionId);
    if (!current || current.removedAt) return err({ kind: 'not-found' });
    // Over what is kept now: tokens may have been renewed while we tried.
    const kept = {
      ...openSecrets(platform.sealer, { workspaceId, connectionId }, current.secrets),
      ...secrets,
    };
    const sealed = sealSecrets(platform.sealer, { workspaceId, connectionId }, kept);
    const whole = input.values ? { ...change, secrets: sealed } : change;
    const written = (await updateConnection(tx, workspaceId, connectionId, whole)) ?? current;
    await audit(tx, actor, {
      action: actionOf(input),
      subjectKind: 'connection',
      subjectId: connectionId,
      details: {
        name: written.name,
        ...(input.values ? { fields: Object.keys(input.values) } : {}),
        ...(input.state ? { state: input.state } : {}),
      },
    });
    await tellConnectionChanged(tx, workspaceId, connectionId);
    return ok(written);
  });
};

const actionOf = (input: ConnectionChangeInput): string => {
  if (input.values || input.name !== undefined) return 'connection.changed';
  return input.state === 'paused' ? 'connection.paused' : 'connection.resumed';
};

const named = ({ name }: ConnectionChangeInput): ConnectionChange => (name ? { name } : {});

/** Resuming tries again at once, whatever was wrong; pausing lets go of the lease with the next renewal. */
const stateChange = (
  { clock }: Platform,
  row: ConnectionRow,
  { state }: ConnectionChangeInput,
): ConnectionChange => {
  if (state === 'paused') return { state: 'paused' };
  if (state !== 'active' || row.state === 'active') return {};
  return { state: 'active', problem: null, failures: 0, nextPollAt: clock.now() };
};

type Corrected = {
  readonly facts: ConnectionChange;
  /** Those that change. */
  readonly secrets: Readonly<Record<string, unknown>>;
};

const correct = async (
  platform: Platform,
  row: ConnectionRow,
  values: FormValues,
): Promise<Result<Corrected, ConnectionRefusal>> => {
  const channel = findChannel(row.channel);
  const whose = { workspaceId: row.workspaceId, connectionId: row.id };
  const known = openSecrets(platform.sealer, whose, row.secrets) ?? {};
  if (!channel) return err({ kind: 'not-found' });
  const isSecret = (name: string) =>
    channel.manifest.fields.some((field) => field.name === name && field.secret);
  const given = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !(isSecret(name) && value === '')),
  );
  const knownInForm = Object.fromEntries(Object.entries(known).filter(([name]) => isSecret(name)));
  const read = readValues(channel, {
    ...(row.settings as FormValues),
    ...(knownInForm as FormValues),
    ...given,
  });
  if (!read.ok) return err({ kind: 'wrong-values', errors: read.error });
  const secrets = { ...known, ...read.value.secrets };
  const account = readAccount(row.account);
  const { settings } = read.value;
  const tried = { settings, secrets };
  const checked = await checkValues(platform, channel, row.id, tried, account, row.workspaceId);
  if (!checked.ok) return err({ kind: 'check-failed', problem: checked.error, channel });
  const isOther = account !== null && account.nativeId !== checked.value.health.account.nativeId;
  const facts = {
    ...afterCheck(checked.value.health, platform.clock.now()),
    settings,
    limits: null,
    ...(row.state === 'paused' ? { state: 'paused' as const } : {}),
    ...(isOther ? { cursor: null, streamCursor: null, pushState: {} } : {}),
  };
  const changed = Object.entries(read.value.secrets).filter(([name]) => given[name] !== undefined);
  return ok({ facts, secrets: { ...Object.fromEntries(changed), ...checked.value.renewed } });
};
