import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { type AlertsOptions, deliverJob } from './actions/deliver.ts';
import { digestJobs } from './actions/digest.ts';
import { alertsSubscription } from './actions/hear-mentions.ts';
import { lookJob } from './actions/look.ts';

/** What this room does by itself: look for what is unusual, and tell whoever wants to know. */
export const alertsRoom = (platform: Platform, options: AlertsOptions = {}): Room => ({
  name: 'alerts',
  subscriptions: [alertsSubscription(platform)],
  jobs: [lookJob(platform), deliverJob(platform, options), ...digestJobs(platform, options)],
});
