import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import type { Signals } from './db/signals.ts';
import type { GuardedFetch } from './fetch/index.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { LiveHub } from './live/live-hub.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/index.ts';
import type { Sealer } from './secrets/index.ts';

/** The ground floor, as every room is given it. */
export type Platform = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly database: Database;
  readonly signals: Signals;
  readonly jobs: Jobs;
  readonly live: LiveHub;
  readonly http: GuardedFetch;
  readonly sealer: Sealer;
  readonly metrics: Metrics;
  /** True when no other process can serve this database, so that whatever an earlier one held is free. */
  readonly isAlone?: boolean;
};
