import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { type DataFolderLock, dataFolderHolder, takeDataFolder } from './data-folder-lock.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { preparePostgresFolder } from './postgres-folder.ts';
import { postgresFolder, postgresPort, socketFile } from './postgres-place.ts';
import type { PostgresProblem } from './postgres-problem.ts';
import { clearOrphan, type LaunchOptions, launchPostgres, stopPostgres } from './postgres-process.ts';
import { postgresUser } from './postgres-user.ts';

/** How to reach the database: `host` is a folder with its socket, as libpq and `pg` take it. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface PostgresServer {
  readonly connection: PostgresConnection;
  /** The folder of the data files, for backups. */
  readonly folder: string;
  /** The process in this moment: another one after a restart. */
  readonly pid: number;
  /** Writes our address into the folder's lock, for whoever starts a second time. */
  announce(address: string): void;
  /** Told each time the database dies under us; it is being restarted already. Returns how to stop listening. */
  onExit(listener: (exit: PostgresExit) => void): () => void;
  /** Told each time it accepts connections again. */
  onReturn(listener: () => void): () => void;
  /** Stops the database (open transactions roll back, what was committed stays) and frees the folder. */
  stop(): Promise<void>;
}

export interface PostgresExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StartPostgresOptions {
  /** Our data folder, absolute; the database lives in `postgres` inside it. Created when missing. */
  readonly dataDir: string;
  readonly log: Log;
  /** What the lock says of us until `announce`. */
  readonly address?: string;
}

/**
 * The database that we bring along: created if need be, started as a child that answers on a private socket only, and started
 * again whenever it dies. Takes the data folder for this process; a second one is told who has it.
 */
export const startPostgres = async (
  options: StartPostgresOptions,
): Promise<Result<PostgresServer, PostgresProblem>> => {
  const claimed = await claim(options);
  if (!claimed.ok) return claimed;
  const { dataDir, lock } = claimed.value;
  const ready = prepare(dataDir, options.log);
  const started = ready.ok ? await launchPatiently(ready.value) : ready;
  if (!ready.ok || !started.ok) {
    lock.release();
    return ready.ok ? (started as Result<never, PostgresProblem>) : ready;
  }
  return ok(supervise(started.value, ready.value, dataDir, lock));
};

/** The connection to the database that another process of ours serves from this folder, if one does. */
export const runningPostgres = async (dataDir: string): Promise<PostgresConnection | undefined> => {
  const folder = existing(dataDir);
  if (!folder || !fs.existsSync(socketFile(folder)) || !(await dataFolderHolder(folder))) return undefined;
  return connectionTo(folder).connection;
};

const existing = (dataDir: string): string | undefined =>
  fs.existsSync(dataDir) ? fs.realpathSync(dataDir) : undefined;

const claim = async (
  options: StartPostgresOptions,
): Promise<Result<{ readonly dataDir: string; readonly lock: DataFolderLock }, PostgresProblem>> => {
  try {
    fs.mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
    const dataDir = fs.realpathSync(options.dataDir);
    const taken = await takeDataFolder(dataDir, { address: options.address ?? 'in avvio', now: new Date() });
    return taken.ok
      ? ok({ dataDir, lock: taken.value })
      : err({ kind: 'folder-held', folder: dataDir, holder: taken.error });
  } catch (error) {
    return err({ kind: 'folder-unusable', folder: options.dataDir, reason: (error as Error).message });
  }
};

const prepare = (dataDir: string, log: Log): Result<LaunchOptions, PostgresProblem> => {
  try {
    const user = postgresUser(postgresFolder(dataDir));
    if (!user.ok) return user;
    const binaries = postgresBinaries(user.value);
    if (!binaries.ok) return binaries;
    const folder = preparePostgresFolder(dataDir, binaries.value, user.value);
    return folder.ok
      ? ok({ program: binaries.value.postgres, folder: folder.value, user: user.value, log })
      : folder;
  } catch (error) {
    return err({ kind: 'folder-unusable', folder: dataDir, reason: (error as Error).message });
  }
};

/** One that was killed a moment ago may still hold its shared memory: that passes by itself, anything else does not. */
const launchPatiently = async (options: LaunchOptions): Promise<Result<ChildProcess, PostgresProblem>> => {
  for (let attempt = 1; ; attempt += 1) {
    await clearOrphan(options.folder, options.log);
    const launched = await launchPostgres(options);
    if (launched.ok) return launched;
    const passing = /pre-existing shared memory block/.test(launched.error);
    if (!passing || attempt === 50)
      return err({ kind: 'not-started', folder: options.folder, log: launched.error });
    await pause(100);
  }
};

const supervise = (
  first: ChildProcess,
  options: LaunchOptions,
  dataDir: string,
  lock: DataFolderLock,
): PostgresServer => {
  const { connection, forget } = connectionTo(dataDir);
  const exits = listeners<PostgresExit>();
  const returns = listeners<undefined>();
  const stopping = new AbortController();
  let child = first;
  let restarting: Promise<void> | undefined;

  const watch = (watched: ChildProcess): void => {
    child = watched;
    watched.once('exit', (code, signal) => {
      if (stopping.signal.aborted) return;
      options.log.error({ code, signal }, 'the database died; starting it again');
      exits.tell({ code, signal });
      restarting = restart();
    });
    // A child may die between readiness and this line.
    if (watched.exitCode !== null || watched.signalCode !== null)
      watched.emit('exit', watched.exitCode, watched.signalCode);
  };

  const restart = async (): Promise<void> => {
    for (let wait = 50; !stopping.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      const launched = await launchPatiently(options);
      if (launched.ok) {
        watch(launched.value);
        if (stopping.signal.aborted) return;
        options.log.info({ pid: launched.value.pid }, 'the database is back');
        return returns.tell(undefined);
      }
      options.log.error({ kind: launched.error.kind }, 'the database does not start; trying again');
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  // Should we leave without `stop` (a bug), do not leave the database behind.
  const leave = (): void => void child.kill('SIGINT');
  process.once('exit', leave);
  watch(first);

  return {
    connection,
    folder: options.folder,
    get pid() {
      return child.pid ?? 0;
    },
    announce: lock.announce,
    onExit: exits.add,
    onReturn: returns.add,
    stop: async () => {
      stopping.abort();
      await restarting;
      await stopPostgres(child);
      process.off('exit', leave);
      forget();
      lock.release();
    },
  };
};

/** The path of a socket may have 107 bytes (unix(7)): when ours is longer, a short private link leads to it. */
const connectionTo = (dataDir: string): { readonly connection: PostgresConnection; forget(): void } => {
  const reach = (host: string): PostgresConnection => ({
    host,
    port: postgresPort,
    user: 'passaparola',
    database: 'passaparola',
  });
  if (Buffer.byteLength(socketFile(dataDir)) <= 100)
    return { connection: reach(postgresFolder(dataDir)), forget: () => {} };
  const shortcut = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-'));
  const link = path.join(shortcut, 'db');
  fs.symlinkSync(postgresFolder(dataDir), link);
  return { connection: reach(link), forget: () => fs.rmSync(shortcut, { recursive: true, force: true }) };
};

const listeners = <News>() => {
  const all = new Set<(news: News) => void>();
  return {
    add: (listener: (news: News) => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (news: News) => {
      for (const listener of all) listener(news);
    },
  };
};
