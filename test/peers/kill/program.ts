import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { programFile } from '../../harness/program-file.ts';
import { freePort } from '../kit/free-port.ts';
import { waitUntil } from '../kit/wait-until.ts';

const root = path.join(import.meta.dirname, '../../..');

/** The real program, `passaparola start`, as a process of its own that can be killed and started again on the same data. */
export type Program = {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything that it printed in this life. */
  said(): string;
  /** The process is there, whether or not it serves already. */
  spawn(): void;
  /** Resolves when it serves and its database answers; throws with its words when it ends instead. */
  ready(): Promise<void>;
  /** `kill -9`, of nothing but this process; resolves when the kernel has it. */
  kill(): Promise<void>;
  /** The database that it brings along, while there is one. */
  databasePid(): number | undefined;
  /** Asks it to end in good order. */
  stop(): Promise<number | null>;
};

export type ProgramOptions = {
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

export const createProgram = async (options: ProgramOptions = {}): Promise<Program> => {
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'pp-house-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let words = '';
  const hasEnded = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const ending = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((resolve) => {
      if (hasEnded()) return resolve(child?.exitCode ?? null);
      child?.once('close', (code) => resolve(code));
      child?.kill(signal);
    });
  return {
    url,
    dataDir,
    get pid() {
      return child?.pid ?? 0;
    },
    said: () => words,
    spawn: () => {
      words = '';
      child = spawn(process.execPath, [programFile, 'start'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environmentOf(dataDir, port, options.environment),
      });
      const keep = (chunk: Buffer) => {
        words = (words + chunk.toString('utf8')).slice(-400_000);
      };
      child.stdout?.on('data', keep);
      child.stderr?.on('data', keep);
    },
    ready: async () => {
      await waitUntil(
        async () => {
          if (hasEnded()) throw new Error(`the program ended:\n${words.slice(-4_000)}`);
          return (await fetch(`${url}/health`).catch(() => undefined))?.ok;
        },
        { what: 'the program to serve', within: 60_000, every: 40 },
      );
      await waitUntil(() => words.includes('Per fermarla'), { what: 'its greeting' });
    },
    kill: async () => void (await ending('SIGKILL')),
    databasePid: () => {
      try {
        return Number.parseInt(fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
      } catch {
        return undefined;
      }
    },
    stop: () => ending('SIGTERM'),
  };
};

/** Nothing of the tests' own environment but the bare machine. */
export const environmentOf = (
  dataDir: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: 'C.UTF-8',
  PASSAPAROLA_DATA: dataDir,
  PASSAPAROLA_PORT: String(port),
  PASSAPAROLA_ALLOW_ADDRESSES: '127.0.0.1',
  PASSAPAROLA_LOG: 'info',
  ...more,
});

/** Stops it, whatever state it is in, and takes its data away. */
export const clearAway = async (program: Program | undefined): Promise<void> => {
  if (!program) return;
  await program.stop();
  fs.rmSync(program.dataDir, { recursive: true, force: true });
};
