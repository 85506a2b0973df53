import { inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './directory.ts';

/** Bytes of one file, unpacked: no words are longer, and nothing larger is ever made of an archive, whatever it says of itself. */
export const LARGEST_ENTRY = 100_000_000;
/** Unpacked bytes for one packed: words come to ten, bombs to a thousand. */
const STEEPEST = 200;

export const isTooLarge = ({ size, packedSize }: ZipEntry): boolean =>
  size > LARGEST_ENTRY || packedSize > LARGEST_ENTRY || size > STEEPEST * Math.max(packedSize, 1_000);

/** A file's bytes; undefined when they are damaged, encrypted, packed in another manner, or more than was said. */
export const unpack = (entry: ZipEntry, packed: Uint8Array): Buffer | undefined => {
  if (entry.isEncrypted || isTooLarge(entry)) return undefined;
  if (entry.method === 0) return packed.length === entry.size ? Buffer.from(packed) : undefined;
  if (entry.method !== 8) return undefined;
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return bytes.length === entry.size ? bytes : undefined;
  } catch {
    return undefined;
  }
};
