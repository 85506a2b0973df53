import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CommandRefusal } from './run-command.ts';

/** A file's bytes, out of gzip when it begins like one (RFC 1952). A file that is not there or broken is a refusal. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandRefusal(`Non trovo ${file}.`);
  const [first] = await fs.createReadStream(file, { end: 1 }).toArray();
  const isPacked = Buffer.from([0x1f, 0x8b]).equals(first ?? Buffer.alloc(0));
  const bytes = fs.createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    yield* isPacked ? bytes.pipe(createGunzip({ chunkSize: 1 << 20 })) : bytes;
  } catch {
    throw new CommandRefusal(`${file} è rovinato: non si lascia leggere fino in fondo.`);
  }
}
