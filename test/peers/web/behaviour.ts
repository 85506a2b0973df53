import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** How a path answers; redirects carry their target, delays are milliseconds. */
export type Behaviour =
  | 'well'
  | 'gone'
  | 'missing'
  | 'server-error'
  | 'cut'
  | 'reset'
  | 'html-instead'
  | 'invalid-json'
  | 'fifty-megabytes'
  /** A gigabyte of zeros in about a megabyte of gzip. */
  | 'zip-bomb'
  /** Each redirect leads to one more. */
  | 'endless-redirects'
  | { readonly moved: string }
  | { readonly elsewhere: string }
  /** 429; Retry-After in seconds, or as an HTTP date when `until` is given. */
  | { readonly retryAfter: number }
  | { readonly retryUntil: Date }
  /** Waits, then answers 200 with the file. */
  | { readonly slow: number }
  /** Sends the file a byte at a time, with this pause between two bytes. */
  | { readonly drip: number }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

/** Answers as told; `body` is what the path would have given. */
export async function misbehave(
  behaviour: Exclude<Behaviour, 'well'>,
  response: ServerResponse,
  body: string | Buffer,
): Promise<void> {
  if (typeof behaviour === 'string') return named[behaviour](response, Buffer.from(body));
  if ('moved' in behaviour) return say(response, 301, { location: behaviour.moved });
  if ('elsewhere' in behaviour) return say(response, 302, { location: behaviour.elsewhere });
  if ('retryAfter' in behaviour) return say(response, 429, { 'retry-after': `${behaviour.retryAfter}` });
  if ('retryUntil' in behaviour)
    return say(response, 429, { 'retry-after': behaviour.retryUntil.toUTCString() });
  if ('status' in behaviour) return say(response, behaviour.status, behaviour.headers, behaviour.body);
  if ('slow' in behaviour) {
    await pause(behaviour.slow);
    response.end(body);
    return;
  }
  await drip(response, Buffer.from(body), behaviour.drip);
}

type Named = Exclude<Extract<Behaviour, string>, 'well'>;

const named: Record<Named, (response: ServerResponse, body: Buffer) => Promise<void> | void> = {
  gone: (response) => say(response, 410),
  missing: (response) => say(response, 404),
  'server-error': (response) => say(response, 500, { 'content-type': 'text/plain' }, 'Errore del server'),
  cut: (response, body) => {
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  },
  reset: (response) => {
    response.socket?.resetAndDestroy();
  },
  'html-instead': (response) =>
    say(
      response,
      200,
      { 'content-type': 'text/html; charset=utf-8' },
      '<!doctype html><title>Torniamo presto</title>',
    ),
  'invalid-json': (response) =>
    say(response, 200, { 'content-type': 'application/json' }, '{"items": [{"id": 1,'),
  'fifty-megabytes': fiftyMegabytes,
  'zip-bomb': zipBomb,
  'endless-redirects': (response) => say(response, 302, { location: `?${Math.random()}` }),
};

function say(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body = '',
): void {
  response.writeHead(status, headers).end(body);
}

async function fiftyMegabytes(response: ServerResponse): Promise<void> {
  const megabyte = Buffer.alloc(1_000_000, ' ');
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  // A reader that hangs up halfway is what the test wants to see: no error here.
  await pipeline(Readable.from(Array<Buffer>(50).fill(megabyte)), response).catch(() => undefined);
}

/** Many small members in a row are one gzip stream (RFC 1952 2.2). */
async function zipBomb(response: ServerResponse): Promise<void> {
  const member = gzipSync(Buffer.alloc(1_000_000));
  response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' });
  await pipeline(Readable.from(Array<Buffer>(1_000).fill(member)), response).catch(() => undefined);
}

async function drip(response: ServerResponse, body: Buffer, every: number): Promise<void> {
  response.writeHead(200, { 'content-length': body.length });
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pause(every);
  }
  response.end();
}
