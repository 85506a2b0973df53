import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { type RunningHouse, startHouse } from '../../src/main.ts';
import { createCompany } from '../../src/people/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import type { DatabaseAddress } from '../../src/platform/db/database.ts';
import { silentLog } from '../../src/platform/log.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createSealer } from '../../src/platform/secrets/index.ts';
import { createTestDatabase } from './test-database.ts';

export type TestCompany = {
  readonly workspaceId: string;
  readonly slug: string;
  readonly personId: string;
  readonly email: string;
  readonly password: string;
  /** A request as this person, to a path of the server. */
  as(path: string, init?: RequestInit): Promise<Response>;
  /** The same with JSON both ways; throws when the answer is no success. */
  json<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  readonly cookie: string;
};

export type TestHouse = {
  readonly house: RunningHouse;
  readonly url: string;
  readonly address: DatabaseAddress;
  /** A company with its coordinator, signed in. */
  company(name: string): Promise<TestCompany>;
  stop(): Promise<void>;
};

/** The whole product on a database of its own and a port of its own, with no peer but loopback. */
export const startTestHouse = async (config: Partial<Config> = {}): Promise<TestHouse> => {
  const testDatabase = await createTestDatabase();
  const folder = path.join(os.tmpdir(), `pp-unused-${process.pid}`);
  const house = await startHouse({
    config: {
      ...expectOk(readConfig({ PASSAPAROLA_DATA: folder, PASSAPAROLA_PORT: '0' }, { home: folder, folder })),
      allowPrivateAddresses: ['127.0.0.1', '::1'],
      ...config,
    },
    address: testDatabase.address,
    sealer: createSealer([randomBytes(32)]),
    log: silentLog,
    clock: systemClock,
  });
  return {
    house,
    url: house.address,
    address: testDatabase.address,
    company: (name) => createTestCompany(house, name),
    stop: async () => {
      await house.stop();
      await testDatabase.drop();
    },
  };
};

const createTestCompany = async (house: RunningHouse, name: string): Promise<TestCompany> => {
  const email = `prova-${randomBytes(6).toString('hex')}@cantina.example`;
  const password = randomBytes(12).toString('base64url');
  const created = await house.platform.database.asInstallation((tx) =>
    createCompany(tx, { company: name, person: { name: 'Marta Valdorsa', email, password } }, new Date()),
  );
  // Each company comes by itself: the guard against many sign-ins from one address must not count the tests before.
  await house.platform.database.asInstallation((tx) => tx.execute('delete from rate_limits'));
  const cookie = await signIn(house.address, email, password);
  const as = (where: string, init: RequestInit = {}) =>
    fetch(new URL(where, house.address), {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin: house.address, ...init.headers },
    });
  const json = async <Body>(method: string, where: string, body?: unknown): Promise<Body> => {
    const response = await as(where, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  };
  return { ...created, email, password, cookie, as, json };
};

const signIn = async (address: string, email: string, password: string): Promise<string> => {
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
