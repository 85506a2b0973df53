import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { ownFolder, postgresEnvironment } from './postgres-folder.ts';
import { socketName } from './postgres-place.ts';
import type { PostgresUser } from './postgres-user.ts';
import { commandOf, postgresProcessesIn } from './process-facts.ts';

/** Settings given at each start: safe against power loss, small in memory, silent on what people wrote. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Resident only as far as it is used: a small company's stays small, at a million mentions the indexes fit.
  shared_buffers: '128MB',
  max_connections: '60',
  wal_level: 'replica',
  wal_keep_size: '0',
  min_wal_size: '80MB',
  max_wal_size: '1GB',
  // What is read often is in memory, and disks have no arm to move any more: a look-up costs hardly more than the next row.
  random_page_cost: '1.1',
  // After each checkpoint every page touched is written whole to the log: seldom, and compressed.
  checkpoint_timeout: '15min',
  wal_compression: 'pglz',
  // A young database grows faster than the standard minute can follow, and plans made on old counts are poor.
  autovacuum_naptime: '10s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '',
  // Errors of queries come back to us by the connection. In the log their text could carry what people wrote.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Names the data folder on the command line, so that a database left behind can be told from a stranger's. */
const mark = (folder: string): string => `passaparola.folder=${folder}`;

export interface LaunchOptions {
  readonly program: string;
  readonly folder: string;
  readonly user: PostgresUser;
  readonly log: Log;
}

/** Starts PostgreSQL on `folder` and waits until it accepts connections; the last lines of its log when it does not. */
export const launchPostgres = async (options: LaunchOptions): Promise<Result<ChildProcess, string>> => {
  const given = [
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    mark(options.folder),
  ];
  const child = spawn(
    options.program,
    ['-D', ownFolder(options.folder), ...given.flatMap((one) => ['-c', one])],
    {
      ...options.user,
      cwd: options.folder,
      env: postgresEnvironment(),
      // Its own process group: Ctrl+C in a terminal reaches us alone, and the database stops last.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const lines: string[] = [];
  return await new Promise((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 30) lines.shift();
      note(options.log, line);
      if (line.includes('database system is ready to accept connections')) resolve(ok(child));
    });
    child.once('error', (error) => resolve(err(error.message)));
    child.once('close', () => resolve(err(lines.join('\n'))));
  });
};

const note = (log: Log, line: string): void =>
  /^(FATAL|PANIC):/.test(line) ? log.warn({ line }, 'database') : log.debug({ line }, 'database');

/** Signals by which PostgreSQL stops: fast (SIGINT), at once (SIGQUIT), dead; with the patience for each, in ms. */
const stops = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Stops the database that an owner killed without notice left behind in `folder`; strangers are never touched. */
export const clearOrphan = async (folder: string, log: Log): Promise<void> => {
  const pidFile = path.join(folder, 'postmaster.pid');
  const pid = Number.parseInt(readIfThere(pidFile), 10);
  const isOrphan = () => commandOf(pid).includes(mark(folder));
  if (pid > 1 && isOrphan()) {
    log.warn({ pid }, 'stopping the database left behind by a previous run');
    await stopWhile(pid, isOrphan);
  }
  // Its helpers see it die and leave on their own, but until then the folder is theirs.
  await until(() => postgresProcessesIn(folder).length === 0, 30_000);
  // What a dead one left names a pid that may be a zombie or somebody else by now, and PostgreSQL would believe it.
  if (postgresProcessesIn(folder).length > 0) return;
  fs.rmSync(pidFile, { force: true });
  fs.rmSync(path.join(folder, `${socketName}.lock`), { force: true });
};

/** Stops our own child: cleanly if it can, in any case in the end. */
export const stopPostgres = async (child: ChildProcess): Promise<void> => {
  const runs = () => child.exitCode === null && child.signalCode === null;
  if (child.pid !== undefined) await stopWhile(child.pid, runs);
};

const stopWhile = async (pid: number, runs: () => boolean): Promise<void> => {
  for (const [signal, patience] of stops) {
    if (!runs()) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    await until(() => !runs(), patience);
  }
};

const until = async (done: () => boolean, patience: number): Promise<void> => {
  for (let waited = 0; !done() && waited < patience; waited += 10) await pause(10);
};

const readIfThere = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
