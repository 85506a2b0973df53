import type { FileHandle } from 'node:fs/promises';
import {
  contentOffset,
  findDirectory,
  LOCAL_HEADER_BYTES,
  readDirectory,
  TAIL_BYTES,
  type ZipEntry,
} from './directory.ts';
import { unpack } from './unpack.ts';

export type Archive = {
  readonly entries: readonly ZipEntry[];
  /** Undefined when it cannot be had. */
  open(entry: ZipEntry): Promise<Buffer | undefined>;
};

/** An archive on disk, of which only what is asked for is ever read. Undefined when it is none. */
export const openArchive = async (file: FileHandle): Promise<Archive | undefined> => {
  const { size } = await file.stat();
  const read = async (at: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    await file.read(bytes, 0, bytes.length, at);
    return bytes;
  };
  const tailAt = Math.max(0, size - TAIL_BYTES);
  const place = findDirectory(await read(tailAt, TAIL_BYTES), tailAt);
  if (!place) return undefined;
  return {
    entries: readDirectory(await read(place.at, place.length)),
    open: async (entry) => {
      if (entry.headerAt >= size) return undefined;
      const offset = contentOffset(await read(entry.headerAt, LOCAL_HEADER_BYTES));
      if (offset === undefined) return undefined;
      return unpack(entry, await read(entry.headerAt + offset, Math.min(entry.packedSize, size)));
    },
  };
};

/** The same of an archive in memory. */
export const readArchive = (
  bytes: Buffer,
): { readonly entries: readonly ZipEntry[]; open(entry: ZipEntry): Buffer | undefined } | undefined => {
  const tailAt = Math.max(0, bytes.length - TAIL_BYTES);
  const place = findDirectory(bytes.subarray(tailAt), tailAt);
  if (!place) return undefined;
  return {
    entries: readDirectory(bytes.subarray(place.at, place.at + place.length)),
    open: (entry) => {
      if (entry.headerAt >= bytes.length) return undefined;
      const offset = contentOffset(bytes.subarray(entry.headerAt, entry.headerAt + LOCAL_HEADER_BYTES));
      if (offset === undefined) return undefined;
      const from = entry.headerAt + offset;
      return unpack(entry, bytes.subarray(from, from + entry.packedSize));
    },
  };
};
