import { detectArchive, detectFormat, type FormatId, isArchive, openArchive } from '../../channels/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ImportSettings } from '../model/import-settings.ts';
import type { ImportFailure } from '../problems.ts';
import {
  changeImport,
  countOpen,
  type ImportRecord,
  insertImport,
  readImport,
} from '../store/import-rows.ts';
import { filePath, firstBytes, openFile, writePart } from './import-file.ts';

/** Files of one company that may be under way at once. */
const MOST_OPEN = 20;

/** Announces a file: its bytes come next, part by part. */
export const addImport = async (
  platform: Platform,
  actor: Member,
  { name, byteLength }: { readonly name: string; readonly byteLength: number },
): Promise<Result<ImportRecord, ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  return await platform.database.inWorkspace(workspaceId, async (tx) => {
    if ((await countOpen(tx, workspaceId)) >= MOST_OPEN) return err({ kind: 'too-many' });
    const id = newId();
    await insertImport(tx, { workspaceId, id, personId, name, byteLength, state: 'receiving' });
    await audit(tx, actor, {
      action: 'import.added',
      subjectKind: 'import',
      subjectId: id,
      details: { byteLength },
    });
    const row = await readImport(tx, workspaceId, id);
    return row ? ok(row) : err({ kind: 'not-found' });
  });
};

/** Takes the part of the file that begins at `offset`; with the last one the file is looked at for what it is. */
export const receivePart = async (
  platform: Platform,
  actor: Member,
  id: string,
  { offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
): Promise<Result<ImportRecord, ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const found = await platform.database.inWorkspace(workspaceId, (tx) => readImport(tx, workspaceId, id));
  if (!found) return err({ kind: 'not-found' });
  if (found.state !== 'receiving' || found.received !== offset) return err({ kind: 'other-place' });
  if (bytes.length === 0 || offset + bytes.length > found.byteLength) return err({ kind: 'other-length' });
  const file = filePath(platform, workspaceId, id);
  await writePart(file, offset, bytes);
  const received = offset + bytes.length;
  const isWhole = received === found.byteLength;
  const settings = isWhole ? await firstSettings(file, found.name) : null;
  const changed = await platform.database.inWorkspace(workspaceId, (tx) =>
    changeImport(
      tx,
      workspaceId,
      id,
      { states: ['receiving'], received: offset },
      { received, ...(settings ? { state: 'ready', settings } : {}) },
    ),
  );
  return changed ? ok(changed) : err({ kind: 'other-place' });
};

const firstSettings = async (file: string, name: string): Promise<ImportSettings> => ({
  ...{ format: await formatOf(file, name), us: [], zone: 'Europe/Rome', source: '', mapping: '' },
  ...{ separator: '', encoding: '', header: '', mailboxId: null },
});

const formatOf = async (file: string, name: string): Promise<FormatId> => {
  const handle = await openFile(file);
  if (!handle) return 'csv';
  try {
    const first = await firstBytes(handle, 65_536);
    const archive = isArchive(first) ? await openArchive(handle) : undefined;
    if (!archive) return detectFormat(first, name);
    return detectArchive(archive.entries.map(({ path }) => path)) ?? 'facebook';
  } finally {
    await handle.close();
  }
};
