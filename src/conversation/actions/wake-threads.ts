import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Desk } from '../model/correspondent.ts';
import { threadChanges } from '../model/live-changes.ts';
import { readWorkspacesToWake, wakePlaces } from '../store/place-rows.ts';

const AT_ONCE = 500;

/** Conversations put out of sight come back when their time has come. Returns how many did. */
export const wakeThreads = async (desk: Pick<Desk, 'database' | 'clock'>): Promise<number> => {
  const now = desk.clock.now();
  let woken = 0;
  for (const workspaceId of await desk.database.asInstallation((tx) => readWorkspacesToWake(tx, now))) {
    for (let count = AT_ONCE; count === AT_ONCE; woken += count) {
      count = await wakeSome(desk, workspaceId, now);
    }
  }
  return woken;
};

const wakeSome = (desk: Pick<Desk, 'database'>, workspaceId: WorkspaceId, now: Date): Promise<number> =>
  desk.database.inWorkspace(workspaceId, async (tx) => {
    const threadIds = await wakePlaces(tx, workspaceId, now, AT_ONCE);
    if (threadIds.length === 0) return 0;
    await appendEvents(tx, workspaceId, [{ kind: 'threads.woken', payload: { threadIds } }]);
    await appendLive(tx, workspaceId, threadChanges(threadIds, 'woken'));
    return threadIds.length;
  });
