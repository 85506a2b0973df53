import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startHouse } from '../../src/main.ts';
import { createCompany } from '../../src/people/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { startPostgres } from '../../src/platform/db/postgres-server.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createSealer } from '../../src/platform/secrets/index.ts';

/** A folder that is kept, filled once and measured many times; without it each run has one of its own that goes away. */
export const keptFolder = (): string | undefined => process.env.BENCH_KEEP || undefined;

/** The folder of this run; `bench/run.ts` gives it and deletes it. */
export const benchFolder = (): string => {
  const kept = keptFolder();
  if (kept) fs.mkdirSync(kept, { recursive: true });
  return kept ?? process.env.BENCH_FOLDER ?? fs.mkdtempSync(path.join(os.tmpdir(), 'pp-bench-'));
};

/**
 * The whole product (server, database of its own, every room) on a folder that goes away at the end. `allow`: an address of this computer
 * that its outgoing fetch may ask, where the other side of the measurement stands.
 */
export const openBench = async ({ allow }: { readonly allow?: string } = {}) => {
  const folder = benchFolder();
  const server = expectOk(await startPostgres({ dataDir: folder, log: silentLog }));
  const config = expectOk(
    readConfig(
      {
        PASSAPAROLA_DATA: folder,
        PASSAPAROLA_PORT: '0',
        ...(allow ? { PASSAPAROLA_ALLOW_ADDRESSES: allow } : {}),
      },
      { home: folder, folder: process.cwd() },
    ),
  );
  const house = await startHouse({
    config,
    address: server.connection,
    sealer: createSealer([Buffer.alloc(32, 1)]),
    log: silentLog,
    clock: systemClock,
    isAlone: true,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      await house.stop();
      await server.stop();
      if (folder !== keptFolder()) {
        fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
      }
    })();
    return closing;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(1)));
  }
  process.once('uncaughtException', (error) => {
    console.error(error);
    void close().finally(() => process.exit(1));
  });
  return { house, folder, close };
};

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A company with a coordinator, signed in by the door that people use, a connection that nobody receives for, and watches. */
export const openCompany = async ({ house }: Bench, watches = 20) => {
  const { platform } = house;
  const person = { name: 'Marta', email: `${newId()}@bench.example`, password: newId() };
  const created = await platform.database.asInstallation((tx) =>
    createCompany(tx, { company: 'Misure', person }, new Date()),
  );
  const connectionId = newId();
  await write(
    platform,
    `insert into connections (workspace_id, id, channel, name, settings, state) values ($1, $2, 'bluesky', 'Misure', '{}', 'paused')`,
    [created.workspaceId, connectionId],
  );
  const watchIds = Array.from({ length: watches }, () => newId());
  for (const [index, id] of watchIds.entries()) {
    const query = index === 0 ? '"Cantina Rossi" NON moto' : `("marca ${index}" O prodotto${index}) NON moto`;
    await write(
      platform,
      `insert into watches (workspace_id, id, name, query, purpose) values ($1, $2, 'w', $3, 'misure')`,
      [created.workspaceId, id, query],
    );
  }
  const cookie = await signIn(house.address, person.email, person.password);
  return { ...created, connectionId, watchIds, person, cookie };
};

export type Company = Awaited<ReturnType<typeof openCompany>>;

/** One statement over the whole installation. */
export const write = async (
  platform: Platform,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> => {
  const client = await platform.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('passaparola.workspace', '*', true), set_config('statement_timeout', '0', true)`,
    );
    const { rows } = await client.query(text, [...values]);
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
};

export const signIn = async (address: string, email: string, password: string): Promise<string> => {
  const response = await fetch(new URL('/api/auth/sign-in/email', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};
