import type { FileHandle } from 'node:fs/promises';
import {
  type Archive,
  decoderFor,
  formats,
  importedRawItem,
  isArchive,
  openArchive,
  type RawItem,
  type Read,
  type TextReader,
  type Trouble,
  wantedPaths,
} from '../../channels/index.ts';
import type { ImportSettings } from '../model/import-settings.ts';
import { readingContext } from '../model/reading-context.ts';
import { firstBytes } from './import-file.ts';

/** One row of a file: a raw item, or why there is none. `file` is the name inside an archive, else empty. */
export type ImportRow = { readonly file: string; readonly line: number } & (
  | { readonly raw: RawItem }
  | { readonly trouble: Trouble }
);

const PIECE_BYTES = 65_536;
/** Unpacked bytes of a whole archive: more words than any company has. */
const MOST_UNPACKED = 8_000_000_000;

/**
 * The rows of a file in their order, the same at each reading, in the memory of a piece (of an archive: of one file inside). `name` is
 * the file's own, `account` the mailbox that letters belong to.
 */
export async function* readRows(
  handle: FileHandle,
  name: string,
  settings: ImportSettings,
  account: string | null,
): AsyncGenerator<ImportRow> {
  const archive = isArchive(await firstBytes(handle, 4)) ? await openArchive(handle) : undefined;
  if (archive) yield* archiveRows(archive, settings, account);
  else {
    const context = readingContext(settings, account);
    yield* told(fileReads(handle, name, settings), '', settings, context);
  }
}

async function* archiveRows(
  archive: Archive,
  settings: ImportSettings,
  account: string | null,
): AsyncGenerator<ImportRow> {
  const { format } = settings;
  const context = readingContext(settings, account, await aboutIn(archive, settings));
  const entries = new Map(archive.entries.map((entry) => [entry.path, entry]));
  let unpacked = 0;
  for (const path of wantedPaths(format, [...entries.keys()])) {
    const entry = entries.get(path);
    unpacked += entry?.size ?? 0;
    const content = entry && unpacked <= MOST_UNPACKED ? await archive.open(entry) : undefined;
    const file = shownPath(path);
    if (!content) {
      yield { file, line: 1, trouble: unpacked > MOST_UNPACKED ? 'file-too-large' : 'file-damaged' };
      continue;
    }
    yield* told(bytesReads(content, path, settings), file, settings, context);
  }
}

const aboutIn = async (
  archive: Archive,
  { format }: ImportSettings,
): Promise<Readonly<Record<string, string>>> => {
  const { about, aboutOf } = formats[format];
  const entry = about && archive.entries.find(({ path }) => about.test(path));
  const content = entry && (await archive.open(entry));
  return content && aboutOf ? aboutOf(content.toString('utf8')) : {};
};

/** The name for people: the database holds no NUL, and nobody reads two hundred letters. */
const shownPath = (path: string): string =>
  path
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(-200);

async function* told(
  reads: AsyncIterable<Read> | Iterable<Read>,
  file: string,
  { format }: ImportSettings,
  context: Readonly<Record<string, string>>,
): AsyncGenerator<ImportRow> {
  for await (const read of reads) {
    if ('trouble' in read) yield { file, ...read };
    else yield { file, line: read.line, raw: importedRawItem(format, read.record, context) };
  }
}

const readerFor = (name: string, { format, separator, header, mapping }: ImportSettings): TextReader =>
  formats[format].reader({ separator, header, mapping }, name);

async function* fileReads(handle: FileHandle, name: string, settings: ImportSettings): AsyncGenerator<Read> {
  const reader = readerFor(name, settings);
  const decoder = await decoderOf(handle, settings);
  if (settings.format === 'mbox' && !(await startsAsMbox(handle))) yield* reader.push('From unknown\n');
  for await (const piece of handle.createReadStream({
    start: 0,
    highWaterMark: PIECE_BYTES,
    autoClose: false,
  }))
    yield* reader.push(decoder.decode(piece as Buffer));
  yield* reader.push(decoder.end());
  yield* reader.end();
}

function* bytesReads(content: Buffer, name: string, settings: ImportSettings): Generator<Read> {
  const reader = readerFor(name, settings);
  const decoder = decoderNamed(settings.encoding, content);
  for (let at = 0; at < content.length; at += PIECE_BYTES)
    yield* reader.push(decoder.decode(content.subarray(at, at + PIECE_BYTES)));
  yield* reader.push(decoder.end());
  yield* reader.end();
}

const startsAsMbox = async (handle: FileHandle): Promise<boolean> =>
  (await firstBytes(handle, 5)).toString('latin1') === 'From ';

type Decoder = { decode(bytes: Uint8Array): string; end(): string };

/** Letters of an mbox stay bytes, one each: what they mean is told inside them. */
const decoderOf = async (handle: FileHandle, { format, encoding }: ImportSettings): Promise<Decoder> =>
  format === 'mbox'
    ? { decode: (bytes) => Buffer.from(bytes).toString('latin1'), end: () => '' }
    : decoderNamed(encoding, await firstBytes(handle, PIECE_BYTES));

const decoderNamed = (encoding: string, first: Uint8Array): Decoder => {
  const decoder = new TextDecoder(decoderFor(encoding, first));
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
};
