import { type Actor, may } from '../../people/index.ts';
import type { ConnectionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type ConnectionRow, findConnection } from '../store/connections.ts';
import type { ConnectionRefusal } from './connection-outcomes.ts';
import { noteHealth } from './note-health.ts';
import { noteProblem } from './note-problem.ts';
import { openConnection } from './open-connection.ts';

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
  if (health.ok) await noteHealth(platform, row, health.value);
  else await noteProblem(platform, workspaceId, connectionId, health.error, { checked: true });
  const after = await find();
  return after ? ok(after) : err({ kind: 'not-found' });
};
