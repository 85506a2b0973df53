import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { describePostgresProblem } from '../../src/platform/db/postgres-problem.ts';
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts';
import { silentLog } from '../../src/platform/log.ts';

/** Where the tests find the one database server of this run: a folder with its socket, a port that names it, and a role. */
export interface TestPostgres {
  readonly socketDir: string;
  readonly port: number;
  /** May create databases and roles; no superuser, as in production. */
  readonly user: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: TestPostgres;
  }
}

interface SharedServer {
  readonly server: PostgresServer;
  readonly folder: string;
  readonly postgres: TestPostgres;
}

/** Each project runs this file: the first starts the server, the last one out stops it. */
const shared = globalThis as { passaparolaTestServer?: { starting: Promise<SharedServer>; users: number } };

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  shared.passaparolaTestServer ??= { starting: startServer(), users: 0 };
  const current = shared.passaparolaTestServer;
  current.users += 1;
  project.provide('postgres', (await current.starting).postgres);
  return async () => {
    current.users -= 1;
    if (current.users > 0) return;
    delete shared.passaparolaTestServer;
    await stopServer(await current.starting);
  };
};

const startServer = async (): Promise<SharedServer> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-test-'));
  const started = await startPostgres({ dataDir: folder, log: silentLog, address: 'tests' });
  if (!started.ok) throw new Error(describePostgresProblem(started.error).en);
  const { host, port, user } = started.value.connection;
  return { server: started.value, folder, postgres: { socketDir: host, port, user } };
};

const stopServer = async ({ server, folder }: SharedServer): Promise<void> => {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
};
