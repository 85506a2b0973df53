import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import type { CompanyReader } from './actions/company-reader.ts';
import { forgettingSubscription } from './actions/hear-forgetting.ts';
import { understandingJobs } from './jobs.ts';

/** What this room does by itself: look at texts again after a correction, and forget what texts that are gone taught. */
export const understandingRoom = (platform: Platform, reader: CompanyReader): Room => ({
  name: 'understanding',
  subscriptions: [forgettingSubscription(platform)],
  jobs: understandingJobs(platform, reader),
  start: async () => ({ stop: async () => reader.close() }),
});
