import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../result.ts';

/** 32-byte keys, the one in use first, older ones after it so that what they sealed can still be opened. */
export type KeyRing = readonly [Buffer, ...Buffer[]];

export type KeyFileProblem =
  /** Others than its owner may read or write it; `mode` as in `chmod`, e.g. `644`. */
  | { readonly kind: 'key-file-too-open'; readonly path: string; readonly mode: string }
  /** `line` counts from 1; absent when the file holds no key at all. */
  | { readonly kind: 'key-file-malformed'; readonly path: string; readonly line?: number }
  | { readonly kind: 'key-file-unreachable'; readonly path: string; readonly code: string };

/**
 * The installation's keys, made on the first start (mode 600) and never written again by us.
 * One base64 key (32 bytes) a line; empty lines and lines with `#` are skipped. To rotate, put a new line on top
 * (`openssl rand -base64 32`) and start again.
 */
export const loadOrCreateKeys = (file: string): Result<KeyRing, KeyFileProblem> => {
  try {
    return readKeys(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      return err({ kind: 'key-file-unreachable', path: file, code: codeOf(error) });
  }
  try {
    createOnce(file, firstKeyFile());
    return readKeys(file);
  } catch (error) {
    return err({ kind: 'key-file-unreachable', path: file, code: codeOf(error) });
  }
};

const maxFileBytes = 64 * 1024;

const readKeys = (file: string): Result<KeyRing, KeyFileProblem> => {
  const descriptor = openSync(file, 'r');
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > maxFileBytes) return err({ kind: 'key-file-malformed', path: file });
    if ((stat.mode & 0o077) !== 0) {
      return err({
        kind: 'key-file-too-open',
        path: file,
        mode: (stat.mode & 0o777).toString(8).padStart(3, '0'),
      });
    }
    const buffer = Buffer.alloc(stat.size);
    readSync(descriptor, buffer, 0, stat.size, 0);
    return parseKeys(buffer.toString('utf8'), file);
  } finally {
    closeSync(descriptor);
  }
};

const parseKeys = (text: string, file: string): Result<KeyRing, KeyFileProblem> => {
  const keys: Buffer[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const encoded = line.trim();
    if (encoded === '' || encoded.startsWith('#')) continue;
    const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(encoded) ? Buffer.from(encoded, 'base64') : undefined;
    if (key?.length !== 32) return err({ kind: 'key-file-malformed', path: file, line: index + 1 });
    keys.push(key);
  }
  const [newest, ...older] = keys;
  return newest ? ok([newest, ...older]) : err({ kind: 'key-file-malformed', path: file });
};

const firstKeyFile = (): string =>
  [
    '# Passaparola: the keys that protect the secrets in the database. Without this file they cannot be read:',
    '# keep a copy of it, apart from the copies of the database. Newest key first; do not remove old lines.',
    `${randomBytes(32).toString('base64')}\n`,
  ].join('\n');

/** Whole or not at all, and never over another: written aside, flushed, then linked, which fails if the name is taken. */
const createOnce = (file: string, content: string): void => {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
  const descriptor = openSync(aside, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
    linkUnlessTaken(aside, file);
  } finally {
    closeSync(descriptor);
    unlinkSync(aside);
  }
  flushFolder(folder);
};

/** Two first starts at once: the second reads what the first made. */
const linkUnlessTaken = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

const flushFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
