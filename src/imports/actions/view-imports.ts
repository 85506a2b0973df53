import { guessMapping, type Mapping, placesOf, readMapping, textAt } from '../../channels/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ImportLook, ImportTrouble } from '../model/import-look.ts';
import { lookOf, troubleNamed } from '../model/sum-look.ts';
import type { ImportFailure } from '../problems.ts';
import { type ImportRecord, listImports, readImport, readTroubles } from '../store/import-rows.ts';
import { filePath, openFile } from './import-file.ts';
import { findTarget } from './import-target.ts';
import { previewRows } from './look-at-import.ts';
import { readRows } from './read-rows.ts';

const PREVIEWED = 50;

/** An import with the rows that it left out. */
export type ImportDetail = { readonly row: ImportRecord; readonly troubles: readonly ImportTrouble[] };

export const viewImports = async (
  platform: Platform,
  actor: Member,
): Promise<Result<readonly ImportRecord[], ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  return ok(await platform.database.inWorkspace(workspaceId, (tx) => listImports(tx, workspaceId)));
};

export const viewImport = async (
  platform: Platform,
  actor: Member,
  id: string,
): Promise<Result<ImportDetail, ImportFailure>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  return await platform.database.inWorkspace(
    workspaceId,
    async (tx): Promise<Result<ImportDetail, ImportFailure>> => {
      const row = await readImport(tx, workspaceId, id);
      if (!row) return err({ kind: 'not-found' });
      const troubles = await readTroubles(tx, workspaceId, id);
      return ok({
        row,
        troubles: troubles.map((one) => ({ ...one, trouble: troubleNamed(one.trouble) })),
      });
    },
  );
};

/** The beginning of a file as it would come in, and the places that a mapping may point at. */
export type ImportPreview = {
  readonly look: ImportLook;
  /** As it stands, or as it was guessed. */
  readonly mapping: Mapping;
  readonly places: readonly { readonly pointer: string; readonly example: string }[];
};

export const previewImport = async (
  platform: Platform,
  actor: Member,
  id: string,
): Promise<Result<ImportPreview, ImportFailure>> => {
  const found = await viewImport(platform, actor, id);
  if (!found.ok) return found;
  const { row } = found.value;
  const { settings } = row;
  const handle = settings && (await openFile(filePath(platform, actor.workspaceId, id)));
  if (!settings || !handle) return err({ kind: 'not-now' });
  try {
    const target = await findTarget(platform, actor.workspaceId, settings);
    const look = await previewRows(readRows(handle, row.name, settings, target.account), target, PREVIEWED);
    const places =
      settings.format === 'csv' || settings.format === 'json'
        ? await placesIn(readRows(handle, row.name, settings, null))
        : [];
    const mapping = settings.mapping
      ? readMapping(settings.mapping)
      : guessMapping(places.map(({ pointer }) => pointer));
    return ok({ look: lookOf(look, false), mapping, places });
  } finally {
    await handle.close();
  }
};

const placesIn = async (rows: ReturnType<typeof readRows>): Promise<ImportPreview['places']> => {
  const found = new Map<string, string>();
  let seen = 0;
  for await (const row of rows) {
    seen += 1;
    if ('raw' in row) {
      const record: unknown = JSON.parse(row.raw.body);
      for (const pointer of placesOf(record)) {
        const example = textAt(record, pointer).slice(0, 80).toWellFormed();
        if (!found.get(pointer)) found.set(pointer, example);
      }
    }
    if (seen >= PREVIEWED) break;
  }
  return [...found].slice(0, 200).map(([pointer, example]) => ({ pointer, example }));
};
