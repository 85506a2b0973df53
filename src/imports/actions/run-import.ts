import type { RawItem, Trouble } from '../../channels/index.ts';
import { ingest, type ReaderOf, type Taken } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  addCounts,
  changeImport,
  type ImportRecord,
  insertItems,
  insertTroubles,
  readImport,
} from '../store/import-rows.ts';
import { dropFile, filePath, openFile } from './import-file.ts';
import { type ImportTarget, makeTarget } from './import-target.ts';
import { type ImportRow, readRows } from './read-rows.ts';

const AT_ONCE = 500;

/** Somebody paused it, undid it, or another process goes on with it: what this one had under way was not kept. */
class Halted extends Error {
  override readonly name = 'Halted';
}

/**
 * Brings the rows of a file in, from where it had come, 500 a transaction, in which also its place and its counts are kept: a process
 * that dies loses nothing and brings nothing twice.
 */
export const runImport = async (
  platform: Platform,
  workspaceId: WorkspaceId,
  id: string,
  read?: ReaderOf,
): Promise<void> => {
  const found = await platform.database.inWorkspace(workspaceId, (tx) => readImport(tx, workspaceId, id));
  if (found?.state !== 'running' || !found.settings) return;
  const handle = await openFile(filePath(platform, workspaceId, id));
  if (!handle) return await stop(platform, found, 'file-missing');
  try {
    const target = await makeTarget(platform, workspaceId, found.settings);
    const rows = readRows(handle, found.name, found.settings, target.account);
    await bringAll({ platform, workspaceId, id, target, read }, rows, found.cursor);
    await finish(platform, found);
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
  } finally {
    await handle.close();
  }
};

type Run = {
  readonly platform: Platform;
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  readonly target: ImportTarget & { readonly connectionId: string };
  readonly read: ReaderOf | undefined;
};

const bringAll = async (run: Run, rows: AsyncIterable<ImportRow>, from: number): Promise<void> => {
  let batch: ImportRow[] = [];
  let place = 0;
  for await (const row of rows) {
    place += 1;
    if (place <= from) continue;
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    await bring(run, batch, place - batch.length);
    batch = [];
  }
  if (batch.length > 0) await bring(run, batch, place - batch.length);
};

type Sorted = {
  readonly items: readonly RawItem[];
  readonly troubles: readonly {
    readonly place: number;
    readonly file: string;
    readonly line: number;
    readonly trouble: Trouble;
  }[];
};

/** What can be taken in, and why the rest cannot. A row that says nothing, such as a system's notice, is neither. */
const sort = ({ target }: Run, batch: readonly ImportRow[], from: number): Sorted => {
  const items: RawItem[] = [];
  const troubles: Sorted['troubles'][number][] = [];
  for (const [at, row] of batch.entries()) {
    const trouble = 'trouble' in row ? row.trouble : troubleOf(target, row.raw);
    if (trouble === null && 'raw' in row) items.push(row.raw);
    else if (trouble) troubles.push({ place: from + at, file: row.file, line: row.line, trouble });
  }
  return { items, troubles };
};

/** Null for what can be taken in, undefined for what says nothing. */
export const troubleOf = (
  { channel }: Pick<ImportTarget, 'channel'>,
  raw: RawItem,
): Trouble | null | undefined => {
  const [event] = channel.normalise(raw);
  if (event?.kind === 'unrecognised') return event.reason as Trouble;
  return event ? null : undefined;
};

const bring = async (run: Run, batch: readonly ImportRow[], from: number): Promise<void> => {
  const { platform, workspaceId, id, target } = run;
  const { items, troubles } = sort(run, batch, from);
  const moveOn = async (tx: Transaction): Promise<void> => {
    const before = await readImport(tx, workspaceId, id);
    const moved = await changeImport(
      tx,
      workspaceId,
      id,
      { states: ['running'], cursor: from },
      {
        cursor: from + batch.length,
        refused: (before?.refused ?? 0) + troubles.length,
        connectionId: target.connectionId,
      },
    );
    if (!moved) throw new Halted();
    await insertTroubles(tx, workspaceId, id, before?.refused ?? 0, troubles);
  };
  let isMoved = false;
  const alongside = async (tx: Transaction, { items: part, fresh }: Taken): Promise<void> => {
    // A batch that the database refuses comes in parts: its place is kept when all of them are in.
    isMoved = part.length === items.length;
    if (isMoved) await moveOn(tx);
    await addCounts(tx, workspaceId, id, { brought: fresh.length, known: part.length - fresh.length });
    await insertItems(tx, workspaceId, id, fresh);
  };
  if (items.length > 0)
    await ingest(platform, {
      workspaceId,
      connectionId: target.connectionId,
      channel: target.channel,
      items,
      receivedAt: platform.clock.now(),
      keepAll: true,
      past: true,
      alongside,
      ...(run.read ? { read: run.read } : {}),
    });
  if (!isMoved) await platform.database.inWorkspace(workspaceId, moveOn);
};

const finish = async (platform: Platform, { workspaceId, id }: ImportRecord): Promise<void> => {
  const done = await platform.database.inWorkspace(workspaceId, (tx) =>
    changeImport(
      tx,
      workspaceId,
      id,
      { states: ['running'] },
      { state: 'done', problem: null, endedAt: platform.clock.now() },
    ),
  );
  if (done) await dropFile(filePath(platform, workspaceId, id));
};

const stop = async (
  platform: Platform,
  { workspaceId, id }: ImportRecord,
  problem: string,
): Promise<void> => {
  await platform.database.inWorkspace(workspaceId, (tx) =>
    changeImport(tx, workspaceId, id, { states: ['running'] }, { state: 'paused', problem }),
  );
};
