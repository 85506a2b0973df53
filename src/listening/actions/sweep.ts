import type { Channel } from '../../channels/contract.ts';
import { channels } from '../../channels/index.ts';
import type { Database } from '../../platform/db/database.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { emptyOldContent, forgetLooseTombstones } from '../store/sweep-old.ts';

/** A deletion whose item never came is remembered for this long. */
const LOOSE_TOMBSTONE_HOURS = 24;

/** Every hour: what a channel allows to be kept only for a time goes when the time is over. */
export const sweepJob = (platform: Platform): JobDefinition => ({
  name: 'listening.sweep',
  cron: '17 * * * *',
  handle: async () => sweep(platform.database, platform.clock.now(), channels),
});

export const sweep = async (
  database: Database,
  now: Date,
  known: readonly Pick<Channel, 'manifest'>[],
): Promise<void> => {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3600 * 1000);
  for (const { manifest } of known) {
    const { keepContent } = manifest.dataTerms;
    if (typeof keepContent === 'string') continue;
    await database.asInstallation((tx) => emptyOldContent(tx, manifest.id, hoursAgo(keepContent.maxHours)));
  }
  await database.asInstallation((tx) => forgetLooseTombstones(tx, hoursAgo(LOOSE_TOMBSTONE_HOURS)));
};
