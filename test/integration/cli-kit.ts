import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { readTables } from '../../src/cli/tables.ts';
import { programFile } from '../harness/program-file.ts';

export const root = path.join(import.meta.dirname, '../..');

export type Said = { readonly code: number | null; readonly out: string; readonly error: string };

/** The real command line, in a process of its own with nothing of our environment. */
export const passaparola = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input: Uint8Array | string = '',
): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programFile, ...words], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', LANG: 'C.UTF-8', ...environment },
    });
    const [out, error]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => error.push(chunk));
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }),
    );
  });

/** A folder that goes away when the file's tests have ended. */
export const folderFor = (name: string): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `pp-${name}-`));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Every table of ours with the digest of its rows: two databases with the same digests hold the same. */
export const digestsOf = async (address: pg.ClientConfig): Promise<Readonly<Record<string, string>>> => {
  const client = new pg.Client({ ...address, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query("select set_config('passaparola.workspace', '*', false)");
    const digests: Record<string, string> = {};
    for (const { name, columns } of await readTables(client)) {
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      const { rows } = await client.query<{ count: string; digest: string }>(`
        select count(*), coalesce(md5(string_agg(line, E'\\n' order by line)), '') as digest
        from (select to_jsonb(r)::text as line from (select ${list} from ${pg.escapeIdentifier(name)}) r) lines`);
      digests[name] = `${rows[0]?.count} ${rows[0]?.digest}`;
    }
    return digests;
  } finally {
    await client.end();
  }
};
