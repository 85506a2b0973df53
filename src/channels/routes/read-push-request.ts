import type { Context } from 'hono';
import type { PushRequest } from '../contract.ts';

const MOST_HEADER_CHARACTERS = 16_000;

/** Of the caller's session or of the way here: nothing that a channel judges by. */
const LEFT_OUT =
  /^(?:cookie|connection|keep-alive|transfer-encoding|upgrade|forwarded|via|x-real-ip|x-forwarded-.*)$/;

/** The request in the contract's form; its address is read from the raw URL so that nothing is decoded twice. */
export const pushRequestOf = (context: Context, key: string, rawBody: Uint8Array): PushRequest => {
  const url = new URL(context.req.url);
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) if (!Object.hasOwn(query, name)) query[name] = value;
  return {
    method: context.req.method.toUpperCase(),
    path: url.pathname.slice(`/in/${key}`.length).replace(/^\/+|\/+$/g, ''),
    query,
    headers: headersOf(context.req.raw.headers),
    rawBody,
  };
};

const headersOf = (given: Headers): Record<string, string> => {
  const headers: Record<string, string> = {};
  let left = MOST_HEADER_CHARACTERS;
  for (const [name, value] of given) {
    left -= name.length + value.length;
    if (left < 0) break;
    if (!LEFT_OUT.test(name)) headers[name] = value;
  }
  return headers;
};

/** The bytes of a body, read until `maxBytes` or `ms`: what is larger or slower is left on the line. */
export const readCapped = async (
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, ms }: { readonly maxBytes: number; readonly ms: number },
): Promise<Uint8Array | 'too-large' | 'too-slow'> => {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<'too-slow'>((resolve) => {
    timer = setTimeout(() => resolve('too-slow'), ms);
  });
  const give = (why: 'too-large' | 'too-slow'): typeof why => {
    reader.cancel().catch(() => {});
    return why;
  };
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), slow]);
      if (read === 'too-slow') return give(read);
      if (read.done) return Buffer.concat(parts);
      length += read.value.byteLength;
      if (length > maxBytes) return give('too-large');
      parts.push(read.value);
    }
  } finally {
    clearTimeout(timer);
  }
};
