import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { createPlatform } from '../../src/platform/create-platform.ts';
import { type Log, silentLog } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createSealer } from '../../src/platform/secrets/sealer.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export type TestPlatform = {
  readonly platform: Platform;
  readonly testDatabase: TestDatabase;
  close(): Promise<void>;
};

export type TestPlatformOptions = {
  readonly config?: Partial<Config>;
  readonly clock?: Clock;
  readonly log?: Log;
};

/** The real ground floor on a database of its own; loopback peers are reachable, nothing else is. */
export const createTestPlatform = async (options: TestPlatformOptions = {}): Promise<TestPlatform> => {
  const testDatabase = await createTestDatabase();
  const folder = path.join(os.tmpdir(), `pp-unused-${process.pid}`);
  const config: Config = {
    ...expectOk(readConfig({ PASSAPAROLA_DATA: folder, PASSAPAROLA_PORT: '0' }, { home: folder, folder })),
    allowPrivateAddresses: ['127.0.0.1', '127.0.0.2', '127.0.0.3', '::1'],
    ...options.config,
  };
  const { platform, close } = await createPlatform({
    config,
    address: testDatabase.address,
    sealer: createSealer([randomBytes(32)]),
    log: options.log ?? silentLog,
    clock: options.clock ?? systemClock,
  });
  return {
    platform,
    testDatabase,
    close: async () => {
      await close();
      await testDatabase.drop();
    },
  };
};
