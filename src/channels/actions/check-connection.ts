import { type Actor, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { afterCheck } from '../model/after-check.ts';
import { type ConnectionRow, findConnection, updateConnection } from '../store/connections.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { noteProblem } from './note-problem.ts';
import { openConnection } from './open-connection.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** Tries a connection now and writes down how it is. A problem found is no refusal: it is what was asked for. */
export const checkConnection = async (
  platform: Platform,
  actor: Actor,
  connectionId: ConnectionId,
): Promise<Result<ConnectionRow, ConnectionRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const { database } = platform;
  const find = () => database.inWorkspace(workspaceId, (tx) => findConnection(tx, workspaceId, connectionId));
  const row = await find();
  if (!row || row.removedAt) return err({ kind: 'not-found' });
  const opened = await openConnection(platform, workspaceId, connectionId);
  const health = opened.ok ? await opened.value.channel.check(opened.value.context) : opened;
  if (health.ok) {
    await database.inWorkspace(workspaceId, async (tx) => {
      const { state, ...facts } = afterCheck(health.value, platform.clock.now());
      await updateConnection(
        tx,
        workspaceId,
        connectionId,
        row.state === 'paused' ? facts : { ...facts, state },
      );
      await tellConnectionChanged(tx, workspaceId, connectionId);
    });
  } else await noteProblem(platform, workspaceId, connectionId, health.error, { checked: true });
  const after = await find();
  return after ? ok(after) : err({ kind: 'not-found' });
};
