import { threadsOf } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** The conversation that a mention stands in; null when it stands in none. */
export const threadOf = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionId: string,
): Promise<string | null> => (await threadsOf(tx, workspaceId, [mentionId])).get(mentionId) ?? null;
