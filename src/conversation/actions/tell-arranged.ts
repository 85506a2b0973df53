import { audit, type Member } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { threadChanges } from '../model/live-changes.ts';

export type Arranged = {
  readonly arrangementId: string;
  readonly action: 'thread.merged' | 'thread.split' | 'thread.merge-undone' | 'thread.split-undone';
  /** Those that are there now and hold something else than before. */
  readonly threadIds: readonly ThreadId[];
  /** Those that are no more, with the one that they became part of. */
  readonly merged: ReadonlyMap<ThreadId, ThreadId>;
  /** Those that are there (again) and were not. */
  readonly parted: readonly ThreadId[];
};

/** The audit, the rooms above and the open screens hear of it in the transaction of the change. */
export const tellArranged = async (
  tx: Transaction,
  actor: Member,
  { arrangementId, action, threadIds, merged, parted }: Arranged,
): Promise<void> => {
  const { workspaceId, personId } = actor;
  const [subjectId] = threadIds;
  const details = { arrangementId, merged: [...merged.keys()], parted };
  await audit(tx, actor, { action, subjectKind: 'thread', ...(subjectId ? { subjectId } : {}), details });
  const merges = [...merged].map(([from, into]) => ({ from, into }));
  await appendEvents(tx, workspaceId, [
    { kind: 'threads.arranged', payload: { merges, parted, threadIds, personId } },
    { kind: 'threads.changed', payload: { threadIds } },
  ]);
  await appendLive(tx, workspaceId, threadChanges(threadIds, 'arranged', merged));
};
