import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = /^(text|application\/(json|manifest))|svg/;

type WebFile = {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip?: Buffer;
  readonly brotli?: Buffer;
};

/**
 * Serves the built web app from memory, read and compressed once: the names that may be asked for are those
 * found at the start, so no path of a request ever touches the disk. Any other address that a person may
 * have typed gets the app itself, which knows its own pages.
 */
export const webFiles = (folder: string): MiddlewareHandler => {
  const files = readFolder(folder);
  const index = files.get('/index.html');
  return async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next();
    const file = files.get(context.req.path);
    if (file) return serve(context, file, cacheOf(context.req.path));
    if (!index || context.req.path.startsWith('/api/') || /\.[a-z0-9]{2,12}$/i.test(context.req.path))
      return next();
    return serve(context, index, 'no-cache');
  };
};

const cacheOf = (address: string): string =>
  address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const serve = (context: Context, file: WebFile, cacheControl: string): Response => {
  const accepted = context.req.header('accept-encoding') ?? '';
  const [encoding, bytes] =
    file.brotli && /\bbr\b/.test(accepted)
      ? ['br', file.brotli]
      : file.gzip && /\bgzip\b/.test(accepted)
        ? ['gzip', file.gzip]
        : [undefined, file.plain];
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': file.type,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  });
};

const readFolder = (folder: string): Map<string, WebFile> => {
  const files = new Map<string, WebFile>();
  if (!fs.existsSync(folder)) return files;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, full).split(path.sep).join('/')}`;
    files.set(address, readFile(full));
  }
  return files;
};

const readFile = (full: string): WebFile => {
  const plain = fs.readFileSync(full);
  const type = TYPES[path.extname(full)] ?? 'application/octet-stream';
  if (!COMPRESSIBLE.test(type)) return { type, plain };
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return { type, plain, gzip: gzipSync(plain), brotli };
};
