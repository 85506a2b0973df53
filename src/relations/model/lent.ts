import type { ThreadsOf } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';

/** In whose hands conversations are, and which are over: told by the room beside, which alone knows. */
export type ThreadFactsOf = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  threadIds: readonly ThreadId[],
) => Promise<ReadonlyMap<ThreadId, { readonly assigneeId: PersonId | null; readonly isDone: boolean }>>;

/** What the rooms beside lend this one. */
export type Lent = {
  readonly threadsOf: ThreadsOf;
  readonly threadFactsOf: ThreadFactsOf;
  /** How many mentions of these authors are kept as evidence, whatever is erased: the room of protection knows. */
  readonly evidenceOf: (
    tx: Transaction,
    workspaceId: WorkspaceId,
    authorIds: readonly string[],
  ) => Promise<number>;
};

export const nothingLent: Lent = {
  threadsOf: async () => new Map(),
  threadFactsOf: async () => new Map(),
  evidenceOf: async () => 0,
};
