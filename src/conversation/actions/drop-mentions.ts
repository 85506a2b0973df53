import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { WithdrawnFact } from '../model/received-events.ts';
import { keyOf } from '../model/thread-key.ts';
import { dropThreadMentions } from '../store/drop-thread-mentions.ts';
import { forgetTraces } from '../store/forget-traces.ts';
import { holdThreads } from '../store/hold-threads.ts';
import { refreshThreads } from '../store/refresh-threads.ts';
import { forgetQuotes } from '../store/reply-rows.ts';

/**
 * Takes mentions that were withdrawn out of their threads. A thread that held nothing else goes with them; where a colleague
 * wrote something, or others' words remain, it stays with what is left. Returns the threads that were touched.
 */
export const dropMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  withdrawn: readonly WithdrawnFact[],
): Promise<readonly ThreadId[]> => {
  const mentionIds = withdrawn.map(({ id }) => id);
  if (mentionIds.length === 0) return [];
  await holdThreads(tx, workspaceId, 'shared');
  await forgetTraces(tx, workspaceId, {
    ids: mentionIds,
    keys: withdrawn.map(({ nativeId }) => keyOf(nativeId)),
  });
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
