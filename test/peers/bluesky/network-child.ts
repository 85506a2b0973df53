import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface NetworkPlaces {
  readonly pdsUrl: string;
  readonly appViewUrl: string;
  readonly plcUrl: string;
}

export interface NetworkChild extends NetworkPlaces {
  processAll(): Promise<void>;
  stop(): Promise<void>;
}

type Answer = { ready: NetworkPlaces } | { id: number; result?: unknown; error?: string };

const here = import.meta.dirname;
const bootPatience = 90_000;

/** Starts the network in its own Node process, which keeps its files in `scratch`, and waits until all of it answers. */
export async function startNetworkChild(
  databaseUrl: string,
  redisAddress: string,
  scratch: string,
): Promise<NetworkChild> {
  if (!existsSync(path.join(here, 'node_modules'))) {
    throw new Error('The Bluesky peer is not installed: run `npm ci` in test/peers/bluesky.');
  }
  const child = fork(path.join(here, 'network-process.mjs'), [], {
    cwd: here,
    execArgv: ['--require', path.join(here, 'loopback-only.cjs')],
    env: {
      ...process.env,
      TMPDIR: scratch,
      DB_POSTGRES_URL: databaseUrl,
      REDIS_HOST: redisAddress,
      NODE_ENV: 'test',
      LOG_ENABLED: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written = keepTail(child);
  const places = await ready(child, written);
  let last = 0;
  const ask = (verb: 'processAll' | 'stop') => {
    last += 1;
    return answerOf(child, last, verb, written);
  };
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const insist = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ask('stop').catch(() => child.kill('SIGKILL'));
    await gone;
    clearTimeout(insist);
  };
  return { ...places, processAll: () => ask('processAll'), stop };
}

function keepTail(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('utf8')).slice(-16_384);
    });
  }
  return () => text;
}

function ready(child: ChildProcess, written: () => string): Promise<NetworkPlaces> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The Bluesky network did not start within ${bootPatience} ms\n${written()}`));
    }, bootPatience);
    child.once('message', (message: Answer) => {
      clearTimeout(late);
      if ('ready' in message) resolve(message.ready);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The Bluesky network ended with ${code}\n${written()}`));
    });
  });
}

function answerOf(child: ChildProcess, id: number, verb: string, written: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => settle(new Error(`The Bluesky network ended during ${verb}\n${written()}`));
    const heard = (message: Answer) => {
      if (!('id' in message) || message.id !== id) return;
      settle(message.error === undefined ? undefined : new Error(message.error));
    };
    const settle = (error?: Error) => {
      child.off('message', heard);
      child.off('exit', ended);
      if (error === undefined) resolve();
      else reject(error);
    };
    child.on('message', heard);
    child.once('exit', ended);
    child.send({ id, verb });
  });
}
