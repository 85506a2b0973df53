import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { currentThreadOf } from './redirect-rows.ts';
import { hasThread } from './thread-rows.ts';

/** The thread itself, or what it has become part of: a screen may still stand at the old address. Undefined when there is neither. */
export const threadThere = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: ThreadId,
): Promise<ThreadId | undefined> => {
  if (await hasThread(tx, workspaceId, asked)) return asked;
  const current = await currentThreadOf(tx, workspaceId, asked);
  return current !== asked && (await hasThread(tx, workspaceId, current)) ? current : undefined;
};
