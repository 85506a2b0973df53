import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** In which conversation each mention stands: told by the room above, which alone knows. */
export type ThreadsOf = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  mentionIds: readonly MentionId[],
) => Promise<ReadonlyMap<MentionId, ThreadId>>;

export const noThreads: ThreadsOf = async () => new Map();
