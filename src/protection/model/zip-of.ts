import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = { readonly path: string; readonly bytes: Buffer };

const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day that the format knows: the same files make the same archive. */
const NO_DATE = 0x0021;
/** What packs better than this is stored as it is: whoever unpacks would take it for a bomb. */
const STEEPEST = 100;

/** An archive of a few small files (PKWARE APPNOTE 6.3.10, 4.3): deflated or stored, names in UTF-8, nothing over 4 GB. */
export const zipOf = (files: readonly ZipFile[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, bytes } of files) {
    const tight = deflateRawSync(bytes);
    const isStored = bytes.length > STEEPEST * tight.length;
    const packed = isStored ? bytes : tight;
    const name = Buffer.from(path);
    const facts = factsOf(bytes, packed, name, isStored ? 0 : 8);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]));
    bodies.push(head);
    at += head.length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, contents, end]);
};

/** What both records of a file say of it, from "version needed" to the length of its extra field. */
const factsOf = (plain: Buffer, packed: Buffer, name: Buffer, method: 0 | 8): Buffer => {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt16LE(NO_DATE, 8);
  facts.writeUInt32LE(crc32(plain), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(plain.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
};
