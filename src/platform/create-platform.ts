import type { Clock } from './clock.ts';
import { closeInOrder } from './close-in-order.ts';
import type { Config } from './config/config.ts';
import { checkWall } from './db/check-wall.ts';
import { connectDatabase, type DatabaseAddress } from './db/database.ts';
import { migrateDatabase } from './db/migrate.ts';
import { listenToSignals } from './db/signals.ts';
import { createGuardedFetch } from './fetch/index.ts';
import { createJobs } from './jobs/jobs.ts';
import { createLiveHub } from './live/live-hub.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics/index.ts';
import type { Platform } from './platform.ts';
import type { Sealer } from './secrets/index.ts';

const USER_AGENT = 'Passaparola/0.1 (+https://www.gnu.org/licenses/agpl-3.0.html)';

export type PlatformParts = {
  readonly config: Config;
  readonly address: DatabaseAddress;
  readonly sealer: Sealer;
  readonly log: Log;
  readonly clock: Clock;
  /** The database is our own child, on a data folder that is locked for us. */
  readonly isAlone?: boolean;
};

/** The ground floor, ready: schema brought up to date, queues there, signals heard. `close` lets go of everything, last things first. */
export const createPlatform = async (
  parts: PlatformParts,
): Promise<{ readonly platform: Platform; close(): Promise<void> }> => {
  const { config, address, log } = parts;
  await migrateDatabase(address);
  const database = connectDatabase(address, {
    poolSize: config.databasePoolSize,
    onError: (error) => log.warn({ error: error.message }, 'a database connection was lost'),
  });
  await checkWall(database);
  const signals = await listenToSignals(address, log);
  const jobs = await createJobs(address, log, { isAlone: parts.isAlone === true });
  const live = await createLiveHub({ database, signals, log });
  const http = createGuardedFetch({
    allowPrivateAddresses: config.allowPrivateAddresses,
    userAgent: USER_AGENT,
  });
  const metrics = createMetrics();
  return {
    platform: { ...parts, database, signals, jobs, live, http, metrics },
    close: async () => {
      live.close();
      await closeInOrder(
        [
          { name: 'jobs', close: jobs.stop },
          { name: 'signals', close: signals.close },
          { name: 'database', close: database.close },
        ],
        log,
      );
    },
  };
};
