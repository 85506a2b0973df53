import type { Platform } from '../../platform/platform.ts';
import type { Health } from '../contract.ts';
import { afterCheck } from '../model/after-check.ts';
import { type ConnectionRow, lockConnection, updateConnection } from '../store/connections.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

/** Writes down what a good check found; a paused connection stays paused. */
export const noteHealth = (
  platform: Pick<Platform, 'database' | 'clock'>,
  { workspaceId, id }: Pick<ConnectionRow, 'workspaceId' | 'id'>,
  health: Health,
): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnection(tx, workspaceId, id);
    if (!row || row.removedAt) return;
    const { state, ...facts } = afterCheck(health, platform.clock.now());
    await updateConnection(tx, workspaceId, id, row.state === 'paused' ? facts : { ...facts, state });
    await tellConnectionChanged(tx, workspaceId, id);
  });
