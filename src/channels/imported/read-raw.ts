import type { RawItem } from '../events.ts';
import { textDigest } from '../text-digest.ts';
import { detectArchive, detectFormat, wantedPaths } from './detect-format.ts';
import { formats } from './formats.ts';
import { IMPORTED_TYPE, importedRawItem } from './raw-item.ts';
import { type FormatId, formatIds, type Read } from './read.ts';
import { encodingOf } from './text/sniff.ts';
import { readArchive } from './zip/read-archive.ts';

/** Rows of one document: files of any size are read by the room of imports, row by row. */
const MOST_ROWS = 20_000;
/** Unpacked bytes of one archive. */
const MOST_BYTES = 200_000_000;

/**
 * A file of past conversation as raw items. `context`: `format` (found out without it), `file` its name, `us` our names (one a
 * line), `zone`, `source`, `mapping`, `separator`, `header`, `encoding`. A row that cannot be read becomes an item that is not recognised.
 */
export const readRawImported = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  const archive = isArchive(bytes) ? readArchive(Buffer.from(bytes)) : undefined;
  if (!archive)
    return rowsOf(
      bytes,
      formatOf(context) ?? detectFormat(bytes.subarray(0, 65_536), context.file ?? ''),
      context.file ?? '',
      context,
    );
  const paths = archive.entries.map(({ path }) => path);
  const format = formatOf(context) ?? detectArchive(paths);
  if (!format) return [broken('unknown archive', context)];
  const told = { ...aboutOf(format, archive), ...context };
  const items: RawItem[] = [];
  let unpacked = 0;
  for (const path of wantedPaths(format, paths)) {
    const entry = archive.entries.find((each) => each.path === path);
    unpacked += entry?.size ?? 0;
    if (!entry || unpacked > MOST_BYTES || items.length >= MOST_ROWS) break;
    const content = archive.open(entry);
    items.push(...(content ? rowsOf(content, format, path, told) : [broken(path, context)]));
  }
  return distinct(items).slice(0, MOST_ROWS);
};

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const formatOf = (context: Readonly<Record<string, string>>): FormatId | undefined =>
  formatIds.find((id) => id === context.format);

type Opened = NonNullable<ReturnType<typeof readArchive>>;

const aboutOf = (format: FormatId, { entries, open }: Opened): Readonly<Record<string, string>> => {
  const { about, aboutOf: read } = formats[format];
  const entry = about && entries.find(({ path }) => about.test(path));
  const content = entry && open(entry);
  return content && read ? read(content.toString('utf8')) : {};
};

const rowsOf = (
  bytes: Uint8Array,
  format: FormatId,
  file: string,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const isMail = format === 'mbox';
  const reader = formats[format].reader(context, file);
  const text = isMail
    ? Buffer.from(bytes).toString('latin1')
    : new TextDecoder(decoderFor(context.encoding, bytes)).decode(bytes);
  const whole = isMail && !text.startsWith('From ') ? `From unknown\n${text}` : text;
  const reads = [...reader.push(whole), ...reader.end()].slice(0, MOST_ROWS);
  return distinct(reads.map((read) => itemOf(read, format, context)));
};

/** A name that nobody knows counts as none. */
export const decoderFor = (asked: string | undefined, first: Uint8Array): string => {
  try {
    if (asked) return new TextDecoder(asked).encoding;
  } catch {
    // Told by the bytes, as without a name.
  }
  return encodingOf(first);
};

const itemOf = (read: Read, format: FormatId, context: Readonly<Record<string, string>>): RawItem =>
  'record' in read
    ? importedRawItem(format, read.record, context)
    : broken(`${read.trouble}, line ${read.line}`, context);

const broken = (why: string, _context: Readonly<Record<string, string>>): RawItem => ({
  nativeId: `unread:${textDigest(why)}`,
  revision: '1',
  contentType: IMPORTED_TYPE,
  encoding: 'utf8',
  body: JSON.stringify({ unread: why.toWellFormed().replaceAll('\0', '') }),
  context: {},
});

/** A row that comes twice says the same thing once. */
const distinct = (items: readonly RawItem[]): readonly RawItem[] => [
  ...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values(),
];
