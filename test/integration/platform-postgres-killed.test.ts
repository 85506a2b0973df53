import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts';
import { silentLog } from '../../src/platform/log.ts';
import { expectOk } from '../../src/platform/result.ts';

let home = '';
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-kill-'));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

interface Owner {
  readonly process: ChildProcess;
  readonly databasePid: number;
  /** The numbers that the database acknowledged, as they come. */
  readonly acknowledged: readonly number[];
}

const fixture = path.join(import.meta.dirname, 'fixtures/postgres-owner.ts');

/** An owner in a process of its own, writing numbers from `first` on as fast as it can. */
const startOwner = (first: number): Promise<Owner> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fixture, home, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: number[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line);
      if (said.problem) reject(new Error(line));
      if (said.ready) resolve({ process: child, databasePid: said.ready, acknowledged });
      if (said.written !== undefined) acknowledged.push(said.written);
    });
  });

const untilAcknowledged = async (owner: Owner, count: number): Promise<void> => {
  while (owner.acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
};

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });

const numbersIn = async (server: PostgresServer): Promise<ReadonlySet<number>> => {
  const client = new Client(server.connection);
  await client.connect();
  const { rows } = await client.query<{ number: number }>('SELECT number FROM written');
  await client.end();
  return new Set(rows.map((row) => row.number));
};

const rounds = [1, 2, 3, 4, 5];

describe('nothing acknowledged is lost', () => {
  it('when the owner is killed five times without notice, and each time the database left behind is replaced', async () => {
    const acknowledged: number[] = [];
    const databases: number[] = [];
    for (const round of rounds) {
      const owner = await startOwner(round * 1_000_000);
      databases.push(owner.databasePid);
      await untilAcknowledged(owner, 50 * round);
      await killed(owner.process);
      acknowledged.push(...owner.acknowledged);
    }
    const server = expectOk(await startPostgres({ dataDir: home, log: silentLog }));
    const kept = await numbersIn(server);
    await server.stop();
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
    expect(new Set(databases).size).toBe(rounds.length);
    expect(databases.filter((pid) => fs.existsSync(`/proc/${pid}/cwd`) && isPostgres(pid))).toEqual([]);
  });

  it('when both the owner and the database are killed five times', async () => {
    const acknowledged: number[] = [];
    for (const round of rounds) {
      const owner = await startOwner(round * 1_000_000);
      await untilAcknowledged(owner, 50 * round);
      process.kill(owner.databasePid, 'SIGKILL');
      await killed(owner.process);
      acknowledged.push(...owner.acknowledged);
    }
    const server = expectOk(await startPostgres({ dataDir: home, log: silentLog }));
    const kept = await numbersIn(server);
    await server.stop();
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  });

  it('when the database alone is killed five times: it comes back, and the same pool goes on', async () => {
    const server = expectOk(await startPostgres({ dataDir: home, log: silentLog }));
    const pool = new Pool({ ...server.connection, max: 2 });
    pool.on('error', () => undefined);
    await pool.query('CREATE TABLE written (number int PRIMARY KEY)');
    const exits: unknown[] = [];
    server.onExit((exit) => exits.push(exit));
    for (const round of rounds) {
      await pool.query('INSERT INTO written VALUES ($1)', [round]);
      const back = new Promise<void>((resolve) => {
        const forget = server.onReturn(() => {
          forget();
          resolve();
        });
      });
      process.kill(server.pid, 'SIGKILL');
      await back;
    }
    const { rows } = await pool.query('SELECT number FROM written ORDER BY number');
    await pool.end();
    await server.stop();
    expect(rows.map((row) => row.number)).toEqual(rounds);
    expect(exits).toEqual(rounds.map(() => ({ code: null, signal: 'SIGKILL' })));
  });
});

describe('a second process on the same folder', () => {
  it('is told the pid of the first and stops, and the first goes on writing', async () => {
    const owner = await startOwner(0);
    await expect(startOwner(5_000_000)).rejects.toThrow(`"pid":${owner.process.pid}`);
    await untilAcknowledged(owner, owner.acknowledged.length + 20);
    await killed(owner.process);
    await expectOk(await startPostgres({ dataDir: home, log: silentLog })).stop();
  });

  it('leaves a stranger alone whose pid happens to stand in the file of a dead database', async () => {
    await expectOk(await startPostgres({ dataDir: home, log: silentLog })).stop();
    const stranger = spawn('sleep', ['600']);
    fs.writeFileSync(path.join(home, 'postgres/postmaster.pid'), `${stranger.pid}\n${home}/postgres\n`);
    const server = expectOk(await startPostgres({ dataDir: home, log: silentLog }));
    await server.stop();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

const isPostgres = (pid: number): boolean =>
  fs.readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
