import { once } from 'node:events';
import net from 'node:net';
import { freePort } from '../kit/free-port.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { asNobody } from './nobody.ts';

/** Whoever is told of a link looks at the page that tells, while that page still waits for the answer: one is not enough. */
const SERVERS = 3;

/**
 * PHP's own server answers one request at a time, and its workers outlive it when it is killed: several of them instead, each ended with this
 * process, behind one port that gives each connection to the one with the least to do.
 */
export async function startPhpServers(
  port: number,
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ log(): string; stop(): Promise<void> }> {
  const servers = await Promise.all(Array.from({ length: SERVERS }, () => startOne(root, env)));
  const gate = net.createServer((caller) => {
    const [free] = servers.toSorted((one, other) => one.busy - other.busy);
    if (!free) return;
    free.busy += 1;
    const server = net.connect(free.port, '127.0.0.1');
    const end = () => {
      caller.destroy();
      server.destroy();
    };
    server.once('close', () => {
      free.busy -= 1;
    });
    caller.on('error', end);
    server.on('error', end);
    caller.once('close', end);
    caller.pipe(server);
    server.pipe(caller);
  });
  gate.listen(port, '127.0.0.1');
  await once(gate, 'listening');
  return {
    log: () => servers.map(({ process }) => process.log()).join('\n'),
    stop: async () => {
      gate.close();
      await Promise.all(servers.map(({ process }) => process.stop()));
    },
  };
}

const startOne = async (
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly port: number; readonly process: ServerProcess; busy: number }> => {
  const port = await freePort();
  const [command = '', ...args] = asNobody(['/usr/bin/php', '-S', `127.0.0.1:${port}`, '-t', root]);
  const process = await startServerProcess({
    command,
    args,
    env,
    cwd: root,
    listens: [{ host: '127.0.0.1', port }],
  });
  return { port, process, busy: 0 };
};
