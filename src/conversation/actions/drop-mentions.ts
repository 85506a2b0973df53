import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { dropThreadMentions } from '../store/drop-thread-mentions.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { forgetQuotes } from '../store/reply-rows.ts';

/**
 * Takes mentions that were withdrawn out of their threads. A thread that held nothing else goes with them; where a colleague
 * wrote something, or others' words remain, it stays with what is left. Returns the threads that were touched.
 */
export const dropMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
): Promise<readonly ThreadId[]> => {
  if (mentionIds.length === 0) return [];
  await forgetQuotes(tx, workspaceId, mentionIds);
  const { gone, left } = await dropThreadMentions(tx, workspaceId, mentionIds);
  const threadIds = [...left];
  await refreshThreads(tx, workspaceId, threadIds, {
    fresh: [],
    added: new Map(),
    merged: new Set(threadIds),
  });
  return [...threadIds, ...gone];
};
