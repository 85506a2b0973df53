import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { type Behaviour, misbehave } from './behaviour.ts';
import { contentTypeOf } from './content-type.ts';

export type { Behaviour } from './behaviour.ts';

export interface SeenRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** What was answered. */
  readonly status: number;
}

export interface SiteFile {
  readonly body: string | Buffer;
  readonly type: string;
  readonly modified?: Date;
}

export interface SiteServer {
  /** For example http://127.0.0.1:43567 */
  readonly url: string;
  /** Address of a file of test/peers/web/files, or of one given with `put`. */
  address(file: string): string;
  /** Serves a file made by the test at that path; putting it again is how a feed is updated. */
  put(file: string, content: SiteFile): void;
  /** From now on that path (without query) answers so; `behave(path, 'well')` ends it. */
  behave(file: string, behaviour: Behaviour): void;
  /** Moves the clock of the Date header, in milliseconds; 3_600_000 is an hour ahead. */
  shiftClock(milliseconds: number): void;
  /** Every request answered so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  forgetRequests(): void;
  stop(): Promise<void>;
}

const folder = path.join(import.meta.dirname, 'files');

/** A real web site on a free loopback port: files with ETag and Last-Modified, conditional GET, and misbehaviour on demand. */
export async function startSite(): Promise<SiteServer> {
  const own = new Map<string, SiteFile>();
  const behaviours = new Map<string, Behaviour>();
  const requests: SeenRequest[] = [];
  let clock = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    const body = await bodyOf(request);
    const { method = 'GET', url = '/', headers } = request;
    response.once('close', () =>
      requests.push({ method, path: url, headers, body, status: response.statusCode }),
    );
    response.sendDate = false;
    response.setHeader('Date', new Date(Date.now() + clock).toUTCString());
    const file = own.get(pathname) ?? (await fileAt(pathname));
    const behaviour = behaviours.get(pathname) ?? 'well';
    if (behaviour === 'well') serve(request, response, file);
    else await misbehave(behaviour, response, file?.body ?? '');
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  const url = `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`;
  const at = (file: string) => `/${file.replace(/^\//, '')}`;
  return {
    url,
    address: (file) => url + at(file),
    put: (file, content) => void own.set(at(file), { modified: new Date(), ...content }),
    behave: (file, behaviour) => void behaviours.set(at(file), behaviour),
    shiftClock: (milliseconds) => {
      clock = milliseconds;
    },
    requests,
    forgetRequests: () => void requests.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function fileAt(pathname: string): Promise<SiteFile | undefined> {
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  if (!file.startsWith(folder + path.sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { body: await readFile(file), type: contentTypeOf(file), modified: found.mtime };
}

/** RFC 9110, 13: If-None-Match wins over If-Modified-Since. */
function serve(request: IncomingMessage, response: ServerResponse, file: SiteFile | undefined): void {
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Non c’è');
    return;
  }
  const etag = `"${createHash('sha256').update(file.body).digest('hex').slice(0, 20)}"`;
  const modified = new Date(Math.floor((file.modified?.getTime() ?? 0) / 1000) * 1000);
  const known = request.headers['if-none-match'];
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  const fresh =
    known === undefined
      ? since >= modified.getTime()
      : known.split(/\s*,\s*/).some((tag) => tag === etag || tag === `W/${etag}` || tag === '*');
  const validators = { etag, 'last-modified': modified.toUTCString() };
  if (fresh) {
    response.writeHead(304, validators).end();
    return;
  }
  const length = Buffer.byteLength(file.body);
  response.writeHead(200, { ...validators, 'content-type': file.type, 'content-length': length });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}
