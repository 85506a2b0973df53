import { openCaseFor } from '../../care/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Done } from '../model/done.ts';

/** Makes cases of the latest words in these conversations, in the name of whoever wrote the rule. Gives them by conversation. */
export const openCasesByRule = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  done: readonly Done[],
  now: Date,
): Promise<ReadonlyMap<ThreadId, string>> => {
  const opened = new Map<ThreadId, string>();
  for (const { deed, asking, threadId, mentionId } of done) {
    if (!deed.opensCase || mentionId === null || opened.has(threadId)) continue;
    const caseId = await openCaseFor(tx, { workspaceId, personId: asking.rule.ownerId, now }, [mentionId]);
    if (caseId) opened.set(threadId, caseId);
  }
  return opened;
};
