import { crc32, deflateRawSync } from 'node:zlib';

type Put = {
  readonly path: string;
  readonly text?: string;
  readonly isStored?: boolean;
  /** In place of `text`: bytes as they stand, with the size that is said of them. */
  readonly packed?: Buffer;
  readonly size?: number;
};

/** An archive as tests need it. */
export const zipOf = (files: readonly Put[]): Buffer => {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const plain = Buffer.from(file.text ?? '');
    const packed = file.packed ?? (file.isStored ? plain : deflateRawSync(plain));
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(file.isStored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(file.size ?? plain.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(file.path), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(file.path), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    contents.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(file.path)]),
    );
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
};
