import { audit } from '../../people/index.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ChannelProblem } from '../contract.ts';
import { afterProblem } from '../model/after-problem.ts';
import { keepProblem } from '../model/connection-problem.ts';
import { findChannel } from '../registry.ts';
import { lockConnection, updateConnection } from '../store/connections.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

const UNKNOWN_CHANNEL_POLL_MS = 60 * 60 * 1000;

/**
 * Writes down that a channel could not do what was asked: the next attempt waits longer (jitter; never sooner than
 * the channel asked), and what only people can mend stops and says so. For receiving and sending alike.
 */
export const noteProblem = (
  platform: Pick<Platform, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  problem: ChannelProblem,
  options: { readonly checked?: boolean; readonly random?: () => number } = {},
): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnection(tx, workspaceId, connectionId);
    if (!row || row.removedAt) return;
    const now = platform.clock.now();
    const after = afterProblem({
      problem,
      failures: row.failures,
      pollEveryMs: findChannel(row.channel)?.manifest.pollEveryMs ?? UNKNOWN_CHANNEL_POLL_MS,
      now,
      random: options.random ?? Math.random,
    });
    await updateConnection(tx, workspaceId, connectionId, {
      ...after,
      state: row.state === 'paused' ? 'paused' : after.state,
      problem: keepProblem(problem, row.problem, now),
      ...(options.checked ? { lastCheckedAt: now } : { lastPolledAt: now }),
    });
    if (after.state !== row.state && row.state === 'active') {
      await audit(
        tx,
        { kind: 'system', workspaceId, name: 'channels' },
        {
          action: 'connection.needs-attention',
          subjectKind: 'connection',
          subjectId: connectionId,
          details: { name: row.name, problem: problem.kind },
        },
      );
    }
    await tellConnectionChanged(tx, workspaceId, connectionId);
  });
