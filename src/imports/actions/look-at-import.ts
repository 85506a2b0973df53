import type { Item } from '../../channels/index.ts';
import { findMentionByNative } from '../../listening/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { addToLook, emptyLook, type LookSum, lookOf } from '../model/sum-look.ts';
import { changeImport, readImport } from '../store/import-rows.ts';
import { filePath, openFile } from './import-file.ts';
import { findTarget, type ImportTarget } from './import-target.ts';
import { type ImportRow, readRows } from './read-rows.ts';

const AT_ONCE = 500;
const TELL_EVERY = 10_000;

/** Reads a whole file and keeps nothing of it but what it found: a trial. */
export const lookAtImport = async (
  platform: Platform,
  workspaceId: WorkspaceId,
  id: string,
): Promise<void> => {
  const found = await platform.database.inWorkspace(workspaceId, (tx) => readImport(tx, workspaceId, id));
  if (found?.state !== 'looking' || !found.settings) return;
  const handle = await openFile(filePath(platform, workspaceId, id));
  const tell = (change: Parameters<typeof changeImport>[4]) =>
    platform.database.inWorkspace(workspaceId, (tx) =>
      changeImport(tx, workspaceId, id, { states: ['looking'] }, change),
    );
  if (!handle) {
    await tell({ state: 'ready', problem: 'file-missing' });
    return;
  }
  try {
    const target = await findTarget(platform, workspaceId, found.settings);
    const sum = emptyLook();
    for await (const batch of batches(readRows(handle, found.name, found.settings, target.account))) {
      await lookAtBatch(platform, workspaceId, target, sum, batch);
      if (sum.rows % TELL_EVERY < AT_ONCE && !(await tell({ look: lookOf(sum, false) }))) return;
    }
    await tell({ state: 'ready', problem: null, look: lookOf(sum, true) });
  } finally {
    await handle.close();
  }
};

/** The first rows as they would come in: for who is choosing what is what. */
export const previewRows = async (
  rows: AsyncIterable<ImportRow>,
  target: ImportTarget,
  most: number,
): Promise<LookSum> => {
  const sum = emptyLook();
  for await (const row of rows) {
    addToLook(sum, row, itemOf(target, row), false);
    if (sum.rows >= most) break;
  }
  return sum;
};

const lookAtBatch = async (
  platform: Platform,
  workspaceId: WorkspaceId,
  target: ImportTarget,
  sum: LookSum,
  batch: readonly ImportRow[],
): Promise<void> => {
  const items = batch.map((row) => itemOf(target, row));
  const ids = items.flatMap((item) => (item && 'nativeId' in item ? [item.nativeId] : []));
  const { connectionId } = target;
  const known = connectionId
    ? await platform.database.inWorkspace(workspaceId, (tx) =>
        findMentionByNative(tx, workspaceId, connectionId, ids),
      )
    : new Map<string, string>();
  for (const [at, row] of batch.entries()) {
    const item = items[at];
    addToLook(sum, row, item, item !== undefined && 'nativeId' in item && known.has(item.nativeId));
  }
};

/** The item, why there is none, or undefined for what says nothing. */
const itemOf = (
  { channel }: ImportTarget,
  row: ImportRow,
): Item | { readonly reason: string } | undefined => {
  if ('trouble' in row) return { reason: row.trouble };
  const [event] = channel.normalise(row.raw).filter(({ kind }) => kind === 'item' || kind === 'unrecognised');
  if (event?.kind === 'item') return event.item;
  return event?.kind === 'unrecognised' ? { reason: event.reason } : undefined;
};

async function* batches(rows: AsyncIterable<ImportRow>): AsyncGenerator<readonly ImportRow[]> {
  let batch: ImportRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
