/** A file in an archive, as its table of contents tells it. */
export type ZipEntry = {
  readonly path: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
  readonly isEncrypted: boolean;
};

/** Bytes at the end of an archive in which its last record begins: 22 and a comment of 65,535 at most. */
export const TAIL_BYTES = 65_557;
/** More than any archive of words. */
const MOST_ENTRIES = 500_000;
export const LARGEST_DIRECTORY = 100_000_000;

export type DirectoryPlace = { readonly at: number; readonly length: number };

/**
 * Where the table of contents is (APPNOTE 4.3.16, and 4.3.14-15 for archives over 4 GB), from the last bytes of the file; `tailAt`
 * is where those begin. Undefined when this is no archive.
 */
export const findDirectory = (tail: Buffer, tailAt: number): DirectoryPlace | undefined => {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    const [length, begin] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    const place =
      begin === 0xffffffff || length === 0xffffffff ? largePlace(tail, at, tailAt) : { at: begin, length };
    if (place && place.length <= LARGEST_DIRECTORY && place.at + place.length <= tailAt + at) return place;
  }
  return undefined;
};

/** The record of large archives stands before its locator, which stands before the last record. */
const largePlace = (tail: Buffer, endAt: number, tailAt: number): DirectoryPlace | undefined => {
  const locator = endAt - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const at = Number(tail.readBigUInt64LE(locator + 8)) - tailAt;
  if (!(at >= 0 && at + 56 <= tail.length) || tail.readUInt32LE(at) !== 0x06064b50) return undefined;
  return { length: Number(tail.readBigUInt64LE(at + 40)), at: Number(tail.readBigUInt64LE(at + 48)) };
};

/** The table of contents (APPNOTE 4.3.12). What is broken ends it. */
export const readDirectory = (bytes: Buffer): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50 && entries.length < MOST_ENTRIES) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const nameEnd = at + 46 + nameLength;
    const end = nameEnd + extraLength + bytes.readUInt16LE(at + 32);
    if (end > bytes.length) break;
    const sizes = {
      size: bytes.readUInt32LE(at + 24),
      packedSize: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    };
    const path = bytes.toString('utf8', at + 46, nameEnd);
    if (!path.endsWith('/')) {
      const flags = bytes.readUInt16LE(at + 8);
      entries.push({
        ...{ path, method: bytes.readUInt16LE(at + 10), isEncrypted: (flags & 1) === 1 },
        ...largeSizes(bytes.subarray(nameEnd, nameEnd + extraLength), sizes),
      });
    }
    at = end;
  }
  return entries;
};

type Sizes = Pick<ZipEntry, 'size' | 'packedSize' | 'headerAt'>;

/** What does not fit in 32 bits stands in the extra field 1, in this order (APPNOTE 4.5.3). */
const largeSizes = (extra: Buffer, sizes: Sizes): Sizes => {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + length);
      let place = 0;
      const large = (value: number): number => {
        if (value !== 0xffffffff || place + 8 > field.length) return value;
        place += 8;
        return Number(field.readBigUInt64LE(place - 8));
      };
      const size = large(sizes.size);
      const packedSize = large(sizes.packedSize);
      return { size, packedSize, headerAt: large(sizes.headerAt) };
    }
    at += 4 + length;
  }
  return sizes;
};

/** Bytes before the name in a file's own header (APPNOTE 4.3.7). */
export const LOCAL_HEADER_BYTES = 30;

/** How far after its header a file's bytes begin; undefined when no header is there. */
export const contentOffset = (header: Buffer): number | undefined =>
  header.length >= LOCAL_HEADER_BYTES && header.readUInt32LE(0) === 0x04034b50
    ? LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
    : undefined;
