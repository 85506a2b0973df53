import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isListening, waitUntil } from './wait-until.ts';

export interface ServerProcess {
  readonly pid: number;
  /** The last 16 kB of what it wrote, for error messages. */
  log(): string;
  /** Asks it to end, insists after five seconds, and returns once it is gone. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where it will listen; starting waits until it does. */
  readonly listens: readonly { readonly host: string; readonly port: number }[];
  readonly within?: number;
}

const patienceWithEnding = 5_000;

/**
 * Starts one server in the foreground and waits until it listens. The kernel ends it if this process dies
 * first (setpriv --pdeathsig), so that a killed test run leaves nothing behind.
 */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', server.command, ...server.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: server.cwd ?? '/',
    env: server.env ?? process.env,
  });
  let written = '';
  const keep = (chunk: Buffer) => {
    written = (written + chunk.toString('utf8')).slice(-16_384);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => keep(Buffer.from(String(error))));
  const ended = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (ended()) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), patienceWithEnding);
    await gone;
    clearTimeout(insist);
  };
  const ready = async () => {
    if (ended()) throw new Error(`${server.command} ended at once: ${written}`);
    const answers = await Promise.all(server.listens.map(({ host, port }) => isListening(host, port)));
    return answers.every(Boolean);
  };
  try {
    await waitUntil(ready, {
      what: `${server.command} to listen`,
      within: server.within ?? 15_000,
      every: 20,
    });
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${written}`);
  }
  return { pid: child.pid ?? 0, log: () => written, stop };
}
