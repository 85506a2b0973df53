import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { beginCatchingUp } from './actions/catch-up.ts';
import type { CompanyReader } from './actions/company-reader.ts';
import { forgettingSubscription } from './actions/hear-forgetting.ts';
import { understandingJobs } from './jobs.ts';

/** What this room does by itself: look at texts again after a correction, forget what texts that are gone taught, read what is older than readings. */
export const understandingRoom = (platform: Platform, reader: CompanyReader): Room => ({
  name: 'understanding',
  subscriptions: [forgettingSubscription(platform)],
  jobs: understandingJobs(platform, reader),
  start: async () => {
    await beginCatchingUp(platform);
    return { stop: async () => reader.close() };
  },
});
