import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolderHolder } from '../../src/platform/db/data-folder-lock.ts';
import { describePostgresProblem } from '../../src/platform/db/postgres-problem.ts';
import {
  type PostgresServer,
  runningPostgres,
  startPostgres,
} from '../../src/platform/db/postgres-server.ts';
import { silentLog } from '../../src/platform/log.ts';
import { expectOk } from '../../src/platform/result.ts';

const asRoot = process.getuid?.() === 0;
let home = '';
let running: PostgresServer[] = [];

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-pg-'));
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  fs.rmSync(home, { recursive: true, force: true });
});

const start = async (dataDir = home, address = 'http://127.0.0.1:4321'): Promise<PostgresServer> => {
  const server = expectOk(await startPostgres({ dataDir, log: silentLog, address }));
  running.push(server);
  return server;
};

const query = async (server: PostgresServer, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client(server.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('the database that we bring along', () => {
  it('is created in an empty folder and keeps what it was told until the next start', async () => {
    const cold = await start();
    await query(cold, "CREATE TABLE note (said text); INSERT INTO note VALUES ('perché no')");
    await cold.stop();
    const warm = await start();
    expect(await query(warm, 'SELECT said FROM note')).toEqual([{ said: 'perché no' }]);
  });

  it('gives us a role that is no superuser, so that row-level security binds it', async () => {
    const server = await start();
    expect(
      await query(
        server,
        'SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
      ),
    ).toEqual([{ rolname: 'passaparola', rolsuper: false, rolbypassrls: false }]);
  });

  it('has what search needs: accent folding, trigrams, Italian stems, capital letters with accents', async () => {
    const server = await start();
    await query(server, 'CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm');
    expect(
      await query(
        server,
        "SELECT unaccent('perché') AS plain, lower('CITTÀ') AS small, to_tsvector('italian', 'bellissime PERCHÉ')::text AS stems",
      ),
    ).toEqual([{ plain: 'perche', small: 'città', stems: "'bellissim':1" }]);
  });

  it('is durable: synchronous commits, full pages, checksums', async () => {
    const server = await start();
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
    const found = await query(
      server,
      `SELECT name, setting FROM pg_settings WHERE name IN ('${names.join("','")}')`,
    );
    expect(Object.fromEntries(found.map((row) => [row.name, row.setting]))).toEqual(
      Object.fromEntries(names.map((name) => [name, 'on'])),
    );
  });

  it('listens on no network port, and nobody else may enter the folder of its socket', async () => {
    const server = await start();
    expect(await query(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(fs.statSync(server.folder).mode & 0o077).toBe(0);
  });

  it.runIf(asRoot)(
    'never runs as root, even with its data in a folder closed to everybody else',
    async () => {
      const closed = path.join(home, 'closed');
      fs.mkdirSync(closed, { mode: 0o700 });
      const server = await start(path.join(closed, 'data'));
      const status = fs.readFileSync(`/proc/${server.pid}/status`, 'utf8');
      expect(status).toMatch(/^Uid:\t(?!0\t)(\d+)\t\1\t\1\t\1$/m);
      expect(fs.statSync(closed).mode & 0o777).toBe(0o700);
      expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
  );

  it('answers also when its folder has a very long path', async () => {
    const server = await start(path.join(home, 'una-cartella-dal-nome-lungo'.repeat(5)));
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('begins again when its creation was interrupted', async () => {
    fs.mkdirSync(path.join(home, 'postgres.new'));
    fs.writeFileSync(path.join(home, 'postgres.new', 'PG_VERSION'), '18\n');
    const server = await start();
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses the data of another PostgreSQL with words, and leaves them alone', async () => {
    fs.mkdirSync(path.join(home, 'postgres'));
    fs.writeFileSync(path.join(home, 'postgres', 'PG_VERSION'), '15\n');
    const refused = await startPostgres({ dataDir: home, log: silentLog });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'other-version', found: '15', expected: '18' },
    });
    expect(fs.readdirSync(path.join(home, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('says what is wrong with a folder that cannot be made', async () => {
    fs.writeFileSync(path.join(home, 'file'), '');
    const refused = await startPostgres({ dataDir: path.join(home, 'file', 'data'), log: silentLog });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'folder-unusable' } });
  });
});

describe('the lock of the data folder', () => {
  it('tells a second start who holds the folder, since when and at which address', async () => {
    const server = await start();
    server.announce('http://127.0.0.1:5000');
    const second = await startPostgres({ dataDir: home, log: silentLog });
    if (second.ok || second.error.kind !== 'folder-held') throw new Error('the second start was let in');
    expect(second.error.holder).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:5000' });
    const words = describePostgresProblem(second.error);
    for (const text of [words.it, words.en]) {
      expect(text).toContain(String(process.pid));
      expect(text).toContain('http://127.0.0.1:5000');
      expect(text).toContain(second.error.holder.since);
    }
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('lets one in when ten come at once', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 10 }, () => startPostgres({ dataDir: home, log: silentLog })),
    );
    const winners = attempts.flatMap((attempt) => (attempt.ok ? [attempt.value] : []));
    running.push(...winners);
    expect(winners).toHaveLength(1);
  });

  it('does not believe a lock whose process is gone, nor one whose pid has passed to somebody else', async () => {
    const dead = {
      pid: process.ppid,
      since: '2020-01-01T00:00:00.000Z',
      address: 'x',
      birth: '1',
      realm: 'r',
    };
    const { realm } = JSON.parse(fs.readFileSync((await lockOf(home)).file, 'utf8'));
    fs.writeFileSync(path.join(home, 'lock'), JSON.stringify({ ...dead, realm }));
    expect(await dataFolderHolder(home)).toBeUndefined();
    const server = await start();
    expect((await dataFolderHolder(home))?.pid).toBe(process.pid);
    await server.stop();
    expect(await dataFolderHolder(home)).toBeUndefined();
  });

  it('leads other commands to the running database, and to none when nobody serves', async () => {
    expect(await runningPostgres(home)).toBeUndefined();
    const server = await start();
    expect(await runningPostgres(home)).toEqual(server.connection);
    await server.stop();
    running = [];
    expect(await runningPostgres(home)).toBeUndefined();
  });
});

/** The file of a lock that was really taken in this boot, to imitate. */
const lockOf = async (folder: string): Promise<{ readonly file: string }> => {
  const server = await start(folder);
  const file = path.join(folder, 'lock');
  const copy = path.join(folder, 'lock-seen');
  fs.copyFileSync(file, copy);
  await server.stop();
  running = [];
  return { file: copy };
};
