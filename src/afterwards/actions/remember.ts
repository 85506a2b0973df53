import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { waitingThreads } from '../store/askings.ts';
import { ASKING_SIGNAL, readSettings } from '../store/settings.ts';

type Known = { readonly isOn: boolean; readonly waiting: ReadonlySet<ThreadId> };

/** Whether a company asks at all, and in which conversations an answer is waited for: kept in memory, so that who does not ask costs nothing. */
export type Remembered = {
  of(tx: Transaction, workspaceId: WorkspaceId): Promise<Known>;
};

/** Read once a company, and again after it was told that something is otherwise. */
export const remember = (platform: Pick<Platform, 'signals' | 'clock'>): Remembered => {
  const known = new Map<WorkspaceId, Known>();
  /** What was read while a signal came in is not kept. */
  let heard = 0;
  void platform.signals.on(ASKING_SIGNAL, (workspaceId) => {
    heard += 1;
    if (workspaceId === '') known.clear();
    else known.delete(workspaceId);
  });
  return {
    of: async (tx, workspaceId) => {
      const found = known.get(workspaceId);
      if (found) return found;
      const before = heard;
      const { isOn } = await readSettings(tx, workspaceId);
      const waiting = new Set(await waitingThreads(tx, workspaceId, platform.clock.now()));
      const read = { isOn, waiting };
      if (heard === before) known.set(workspaceId, read);
      return read;
    },
  };
};
