import type { JobDefinition } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { giveBackJob } from './actions/give-back.ts';
import { sweepDeliveries } from './actions/handle-deliveries.ts';
import { expiryMailJob } from './actions/mail-of-expiry.ts';
import { watchExpiry } from './actions/watch-expiry.ts';
import { deleteUnused } from './store/uploads.ts';

/** Each night: pictures that nobody came to use are forgotten. */
export const channelsJobs = (platform: Platform): readonly JobDefinition[] => [
  giveBackJob(platform),
  expiryMailJob(platform),
  { name: 'channels.watch-expiry', cron: '37 * * * *', retries: 0, handle: () => watchExpiry(platform) },
  {
    name: 'channels.sweep-uploads',
    cron: '43 2 * * *',
    retries: 0,
    handle: async () => {
      const gone = await sweepUploads(platform);
      if (gone > 0) platform.log.info({ gone }, 'unused pictures forgotten');
    },
  },
  {
    name: 'channels.sweep-deliveries',
    cron: '17 * * * *',
    retries: 0,
    handle: async () => {
      await sweepDeliveries(platform);
    },
  },
];

/** Forgets the pictures of all companies that nothing shows and whose time is over; returns how many. */
export const sweepUploads = (platform: Pick<Platform, 'clock' | 'database'>): Promise<number> =>
  platform.database.asInstallation((tx) => deleteUnused(tx, platform.clock.now()));

/** What this room does by itself. */
export const channelsRoom = (platform: Platform): Room => ({
  name: 'channels',
  jobs: channelsJobs(platform),
});
