import { readArchive, repairAll } from '../../channels/index.ts';
import type { Member } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, type Result } from '../../platform/result.ts';
import type { Imported } from '../model/import/imported.ts';
import { isList, joinImported, type NamedText, readFile } from '../model/import/read-file.ts';
import type { ImportAsked } from '../model/import/read-import.ts';
import { type ImportReport, importLists } from './import-people.ts';
import type { PeopleGround } from './know-people.ts';

/** Bytes of a file, packed or not: a hundred thousand people fit. */
export const LARGEST_LIST = 20_000_000;
/** Of an archive: so many lists, and so many bytes of them unpacked, whatever it says of itself. */
const MOST_LISTS = 40;
const MOST_UNPACKED = 40_000_000;

type FileAsked = {
  readonly bytes: Uint8Array;
  /** As the person calls it. */
  readonly name: string;
  readonly kind: ImportAsked['kind'];
  readonly dryRun: boolean;
};

type Ground = Pick<Platform, 'database' | 'clock'> & PeopleGround;
type FileFailure = { readonly kind: 'not-allowed' | 'import-unreadable' };

/** Brings the lists of a file in: a table, GraphML, a list of a network's archive, or the archive itself. */
export const importFile = async (
  platform: Ground,
  actor: Member,
  { bytes, name, kind, dryRun }: FileAsked,
): Promise<Result<ImportReport, FileFailure>> => {
  const files = textsOf(Buffer.from(bytes), name);
  if (files.length === 0) return err({ kind: 'import-unreadable' });
  const now = platform.clock.now();
  const imported: Imported = joinImported(files.map((file) => readFile(file, kind, now, repairAll)));
  return importLists(platform, actor, imported, { name, kind, format: 'archive', dryRun });
};

const textsOf = (bytes: Buffer, name: string): readonly NamedText[] => {
  const archive = isZip(bytes) ? readArchive(bytes) : undefined;
  if (!archive) return isZip(bytes) ? [] : textOf(name, bytes);
  let left = MOST_UNPACKED;
  return archive.entries
    .filter(({ path }) => isList(path))
    .slice(0, MOST_LISTS)
    .flatMap((entry) => {
      if (entry.size > left) return [];
      left -= entry.size;
      const unpacked = archive.open(entry);
      return unpacked ? textOf(entry.path, unpacked) : [];
    });
};

const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

/** UTF-8, or what old programs write; nothing for what is no text. */
const textOf = (path: string, bytes: Buffer): readonly NamedText[] => {
  if (bytes.includes(0)) return [];
  try {
    return [{ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }];
  } catch {
    return [{ path, text: new TextDecoder('windows-1252').decode(bytes) }];
  }
};
