import { type Actor, audit, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { withTimeCap } from '../../platform/time-cap.ts';
import { deleteDoors } from '../store/connection-doors.ts';
import { lockConnection, updateConnection } from '../store/connections.ts';
import { deleteDeliveriesOf } from '../store/inbound-deliveries.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { askToGiveBack, giveBack } from './give-back.ts';
import { type OpenConnection, openConnection } from './open-connection.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** How long the other side may take to hear that we are gone. */
const GOODBYE_MS = 10_000;

/**
 * Receiving and sending end, its door is walled up and the secrets are forgotten; what it brought stays. Then the other side is told,
 * as far as it listens: webhooks are taken away, permissions given back.
 */
export const removeConnection = async (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<void, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const opened = await openConnection(platform, actor.workspaceId, connectionId);
  const removed = await remove(platform, actor, connectionId);
  if (removed.ok && opened.ok) await sayGoodbye(platform, opened.value);
  return removed;
};

const sayGoodbye = async (platform: Platform, { channel, context, row }: OpenConnection): Promise<void> => {
  const { log } = platform;
  const goodbye = async (): Promise<void> => {
    await channel.leave?.(context);
    // Should this come to nothing, a job tries again for days.
    await giveBack(platform, row);
  };
  const failed = await withTimeCap(goodbye(), GOODBYE_MS).catch(() => 'failed' as const);
  if (failed) log.warn({ channel: channel.manifest.id }, 'the other side did not hear that we left');
};

const remove = (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<void, ConnectionRefusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    const { workspaceId } = actor;
    const row = await lockConnection(tx, workspaceId, connectionId);
    if (!row || row.removedAt) return err({ kind: 'not-found' });
    await updateConnection(tx, workspaceId, connectionId, {
      removedAt: platform.clock.now(),
      secrets: null,
      // What it cost this month is still spent when it is joined up again.
      pushState: spendingOnly(row.pushState),
      leaseHolder: null,
      leaseUntil: null,
    });
    await askToGiveBack(tx, platform, row);
    await deleteDoors(tx, workspaceId, connectionId);
    await deleteDeliveriesOf(tx, { workspaceId, connectionId });
    await audit(tx, actor, {
      action: 'connection.removed',
      subjectKind: 'connection',
      subjectId: connectionId,
      details: { channel: row.channel, name: row.name },
    });
    await tellConnectionChanged(tx, workspaceId, connectionId);
    return ok(undefined);
  });

const spendingOnly = (pushState: unknown): Readonly<Record<string, unknown>> => {
  const { spending } = pushState as Readonly<Record<string, unknown>>;
  return spending === undefined ? {} : { spending };
};
