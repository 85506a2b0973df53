import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../kit/free-port.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { asNobody, giveTo } from './nobody.ts';

export interface Mariadb {
  readonly port: number;
  stop(): Promise<void>;
}

/** A MariaDB of its own in `folder`, on loopback; its root needs no password. Nothing that is written has to outlive the machine. */
export async function startMariadb(folder: string): Promise<Mariadb> {
  const data = path.join(folder, 'mariadb');
  mkdirSync(data, { recursive: true });
  giveTo(data);
  const [command = '', ...args] = asNobody([
    '/usr/bin/mariadb-install-db',
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    '--innodb-log-file-size=8M',
  ]);
  const made = spawnSync(command, args, { cwd: data, encoding: 'utf8', timeout: 60_000 });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stderr} ${made.stdout}`);
  const port = await freePort();
  const server = await startDaemon(folder, data, port);
  return { port, stop: () => server.stop() };
}

const startDaemon = (folder: string, data: string, port: number): Promise<ServerProcess> => {
  const [command = '', ...args] = asNobody([
    '/usr/sbin/mariadbd',
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${data}/s`,
    `--pid-file=${data}/pid`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    '--innodb-log-file-size=8M',
    '--innodb-buffer-pool-size=32M',
    '--performance-schema=OFF',
  ]);
  return startServerProcess({
    command,
    args,
    cwd: folder,
    listens: [{ host: '127.0.0.1', port }],
    within: 60_000,
  });
};
