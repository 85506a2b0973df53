import type { ReadableStream } from 'node:stream/web';
import type { Response } from 'undici';
import type { ByteBudget, Held } from './byte-budget.ts';
import { FetchRefusal } from './problem.ts';

/**
 * The whole body, decompressed, counted as it comes: a bomb is dropped at the chunk that passes the cap.
 * A `content-length` above the cap is refused before reading; one that lies is caught by the counting (more) or
 * by the connection's end (less). A large one waits for its part of the budget, with the rest of it left on the line. Throws `FetchRefusal` or the stream's own error.
 */
export const readBody = async (
  response: Response,
  maxBytes: number,
  { budget, signal }: { readonly budget: ByteBudget; readonly signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> => {
  if (!response.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let read = 0;
  let held: Held | undefined;
  try {
    for await (const chunk of cappedBody(response, response.body, maxBytes)) {
      read += chunk.byteLength;
      if (read > budget.free) held ??= await budget.take(likelyBytes(response, maxBytes), signal);
      chunks.push(chunk);
    }
    held?.shrink(read);
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    held?.end();
  }
};

/** As announced, where the announcement is of what we count. */
const likelyBytes = (response: Response, maxBytes: number): number => {
  const announced = response.headers.has('content-encoding') ? 0 : announcedBytes(response);
  return announced > 0 ? announced : maxBytes;
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
