import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { bulkAfter } from '../model/bulk.ts';
import type { Desk } from '../model/correspondent.ts';
import { threadChanges } from '../model/live-changes.ts';
import {
  type BulkRow,
  lockBulk,
  readBulkItems,
  readRunningBulks,
  type SettledItem,
  saveBulkItems,
  saveBulkState,
} from '../store/bulk-rows.ts';
import { applyMarks, applyPlaces, restoreMarks, restorePlaces } from './bulk-batch.ts';

export const BULK_JOB = 'conversation.bulk';

/** Few enough that a stop, and everybody else's work, waits for no more than one batch. */
const BATCH = 250;

/** Takes a wish for many through to its end, or to where somebody stops it. Run twice at once, each batch is still done once. */
export const runBulk = async (
  desk: Pick<Desk, 'database' | 'clock'>,
  workspaceId: WorkspaceId,
  id: string,
  batches = Number.POSITIVE_INFINITY,
): Promise<void> => {
  for (let done = 0; done < batches; done += 1) {
    const goesOn = await desk.database.inWorkspace(workspaceId, (tx) => runBatch(desk, tx, workspaceId, id));
    if (!goesOn) return;
  }
};

/** One batch in one transaction: the lock on the wish makes a stop and a batch take turns. */
const runBatch = async (
  desk: Pick<Desk, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  const bulk = await lockBulk(tx, workspaceId, id);
  if (bulk?.state !== 'running' && bulk?.state !== 'undoing') return false;
  const now = desk.clock.now();
  const isUndo = bulk.state === 'undoing';
  const items = await readBulkItems(tx, workspaceId, id, isUndo ? 'applied' : 'waiting', BATCH);
  const settled = await settle(tx, bulk, items, now);
  await saveBulkItems(tx, workspaceId, id, settled);
  const goesOn = items.length === BATCH;
  const next = goesOn ? undefined : bulkAfter(bulk.state, isUndo ? 'finish-undo' : 'finish');
  if (next) await saveBulkState(tx, workspaceId, id, next, now);
  await tell(tx, bulk, settled);
  return goesOn;
};

const settle = (
  tx: Transaction,
  bulk: BulkRow,
  items: Awaited<ReturnType<typeof readBulkItems>>,
  now: Date,
): Promise<readonly SettledItem[]> => {
  const { workspaceId, personId, wish, state } = bulk;
  const ids = items.map(({ threadId }) => threadId);
  if (wish.kind === 'organise')
    return state === 'undoing'
      ? restorePlaces(tx, workspaceId, personId, items, now)
      : applyPlaces(tx, workspaceId, personId, ids, wish.wish, now);
  return state === 'undoing'
    ? restoreMarks(tx, workspaceId, personId, items)
    : applyMarks(tx, workspaceId, personId, ids, wish.kind === 'read');
};

const tell = async (tx: Transaction, bulk: BulkRow, settled: readonly SettledItem[]): Promise<void> => {
  const { workspaceId, id: bulkId, personId, wish } = bulk;
  const threadIds = settled
    .filter(({ state }) => state === 'applied' || state === 'undone')
    .map(({ threadId }) => threadId);
  if (threadIds.length > 0 && wish.kind === 'organise') {
    const { addLabels: put, status } = wish.wish;
    const isDone = bulk.state !== 'undoing';
    const news = {
      ...(put && isDone ? { put } : {}),
      ...(status === 'open' && isDone ? { reopened: threadIds } : {}),
    };
    const payload = { threadIds, personId, bulkId, ...news };
    await appendEvents(tx, workspaceId, [{ kind: 'threads.organised', payload }]);
  }
  await appendLive(tx, workspaceId, [
    ...(threadIds.length > 0 ? threadChanges(threadIds, 'status') : []),
    { kind: 'bulk.changed', payload: { bulkId } },
  ]);
};

/** The net below the jobs: wishes that a process left half done are taken up again. */
export const sweepBulks = async (desk: Pick<Desk, 'database' | 'clock' | 'log'>): Promise<void> => {
  for (const { workspaceId, id } of await desk.database.asInstallation(readRunningBulks)) {
    await runBulk(desk, workspaceId, id).catch((error: unknown) =>
      desk.log.error({ bulkId: id, error: String(error) }, 'a wish for many could not be carried on for now'),
    );
  }
};
