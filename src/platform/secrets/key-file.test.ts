import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadOrCreateKeys } from './key-file.ts';
import { sayKeyFileProblem } from './words.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'passaparola-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => path.join(folder, 'new', 'keys');
const write = (content: string, mode = 0o600): string => {
  const written = path.join(folder, 'keys');
  writeFileSync(written, content);
  chmodSync(written, mode);
  return written;
};

it('is made on the first start, for its owner only, and read again unchanged on the next', () => {
  const first = loadOrCreateKeys(file());
  const content = readFileSync(file(), 'utf8');
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file()))).toEqual(['keys']);
  expect(loadOrCreateKeys(file())).toEqual(first);
  expect(readFileSync(file(), 'utf8')).toBe(content);
  expect(first.ok && first.value[0]).toHaveLength(32);
});

it.each([0o640, 0o604, 0o644, 0o620, 0o777])(
  'is refused when others may touch it (mode %o), and left as it is',
  (mode) => {
    const open = write(`${Buffer.alloc(32, 1).toString('base64')}\n`, mode);
    const result = loadOrCreateKeys(open);
    expect(result).toEqual({
      ok: false,
      error: { kind: 'key-file-too-open', path: open, mode: mode.toString(8) },
    });
    if (!result.ok) expect(sayKeyFileProblem(result.error, 'it')).toContain(`chmod 600 ${open}`);
  },
);

it.each([
  '',
  '# nothing\n',
  'short',
  `${Buffer.alloc(31).toString('base64')}\n`,
  `${Buffer.alloc(64).toString('base64')}\n`,
  '\0\0\0',
])('is refused when it holds %j, and never replaced', (content) => {
  const odd = write(content);
  expect(loadOrCreateKeys(odd)).toMatchObject({ ok: false, error: { kind: 'key-file-malformed' } });
  expect(readFileSync(odd, 'utf8')).toBe(content);
});

it('may hold several keys, newest first, as openssl or we write them', () => {
  const [newest, older] = [Buffer.alloc(32, 0xfb), Buffer.alloc(32, 7)];
  const several = write(`# rotated\n${newest.toString('base64')}\n\n${older.toString('base64url')}\r\n`);
  expect(loadOrCreateKeys(several)).toEqual({ ok: true, value: [newest, older] });
});

it('that is a folder, or lies where none can be made, is said and not thrown', () => {
  expect(loadOrCreateKeys(folder)).toMatchObject({ ok: false, error: { kind: 'key-file-malformed' } });
  const below = path.join(write('a file'), 'keys');
  expect(loadOrCreateKeys(below)).toMatchObject({ ok: false, error: { kind: 'key-file-unreachable' } });
});

it('made by several first starts at once is one and the same for all', async () => {
  const script = path.join(folder, 'start.ts');
  writeFileSync(
    script,
    `import { loadOrCreateKeys } from ${JSON.stringify(path.join(import.meta.dirname, 'key-file.ts'))};
     const keys = loadOrCreateKeys(${JSON.stringify(file())});
     process.send?.(keys.ok ? keys.value[0].toString('hex') : keys.error.kind);`,
  );
  const start = () => new Promise((resolve) => fork(script, { execArgv: [] }).on('message', resolve));
  const seen = new Set(await Promise.all(Array.from({ length: 4 }, start)));
  expect(seen.size).toBe(1);
  expect([...seen][0]).toMatch(/^[0-9a-f]{64}$/);
});
