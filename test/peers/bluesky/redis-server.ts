import { freePort } from '../kit/free-port.ts';
import { startServerProcess } from '../kit/server-process.ts';

export interface RedisServer {
  /** host:port */
  readonly address: string;
  stop(): Promise<void>;
}

/** Debian's redis-server on a free loopback port; keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const settings = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ];
  const redis = await startServerProcess({
    command: 'redis-server',
    args: settings,
    listens: [{ host: '127.0.0.1', port }],
  });
  return { address: `127.0.0.1:${port}`, stop: () => redis.stop() };
}
