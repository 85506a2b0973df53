import fs from 'node:fs';
import { createGunzip } from 'node:zlib';

/**
 * The lines of a gzip file, as they come. Split at U+000A alone: node:readline also splits at U+2028, which people's
 * words may hold. Throws when the file is cut or is no gzip.
 */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  fs.createReadStream(file)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unpacked) {
    const [first = '', ...others] = decoder.decode(chunk as Buffer, { stream: true }).split('\n');
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  if (rest !== '') yield rest;
}
