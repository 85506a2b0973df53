import type { ReadableStream } from 'node:stream/web';
import type { Response } from 'undici';
import { FetchRefusal } from './problem.ts';

/**
 * The whole body, decompressed, counted as it comes: a bomb is dropped at the chunk that passes the cap.
 * A `content-length` above the cap is refused before reading; one that lies is caught by the counting (more) or
 * by the connection's end (less). Throws `FetchRefusal` or the stream's own error.
 */
export const readBody = async (response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (!response.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  for await (const chunk of cappedBody(response, response.body, maxBytes)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
};

/** The same counting for who reads the body piece by piece. */
export async function* cappedBody(
  response: Response,
  body: ReadableStream,
  maxBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new FetchRefusal({ kind: 'too-large', part: 'body', limitBytes: maxBytes });
  if (announcedBytes(response) > maxBytes) {
    await body.cancel().catch(() => undefined);
    throw tooLarge();
  }
  let read = 0;
  for await (const chunk of body as ReadableStream<Uint8Array<ArrayBuffer>>) {
    read += chunk.byteLength;
    // Leaving the loop by an exception cancels the stream, and with it the connection.
    if (read > maxBytes) throw tooLarge();
    yield chunk;
  }
}

const announcedBytes = (response: Response): number => Number(response.headers.get('content-length') ?? 0);
