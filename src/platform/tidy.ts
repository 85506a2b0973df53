import { sql } from 'drizzle-orm';
import type { Database } from './db/database.ts';
import type { JobDefinition } from './jobs/jobs.ts';
import type { Platform } from './platform.ts';

/** A screen that was away for longer loads afresh. */
const LIVE_MINUTES = 60;
/** Events that nobody could handle are kept for a human to look into, but not for ever. */
const DEAD_DAYS = 30;

/** Every ten minutes: what was only needed for a while goes. */
export const tidyJob = (platform: Platform): JobDefinition => ({
  name: 'platform.tidy',
  cron: '*/10 * * * *',
  handle: () => tidy(platform.database, platform.clock.now()),
});

export const tidy = async (database: Database, now: Date): Promise<void> => {
  await database.asInstallation(async (tx) => {
    await tx.execute(sql`
      delete from live_changes where created_at < ${now.toISOString()}::timestamptz - ${LIVE_MINUTES} * interval '1 minute'`);
    await tx.execute(sql`
      delete from outbox_events where dead_at < ${now.toISOString()}::timestamptz - ${DEAD_DAYS} * interval '1 day'`);
  });
};
