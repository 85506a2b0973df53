import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { erasureSubscription } from './actions/answer-erasure.ts';
import { withdrawalSubscription } from './actions/forget-withdrawn.ts';
import { recordingSubscription } from './actions/hear-listening.ts';
import { recordEarlierCompanies } from './actions/rebuild-interactions.ts';
import { relationsJobs } from './jobs.ts';

/** What this room does by itself: record who speaks with whom, and by night what follows from it. */
export const relationsRoom = (platform: Platform): Room => ({
  name: 'relations',
  subscriptions: [recordingSubscription(platform), withdrawalSubscription, erasureSubscription(platform)],
  jobs: relationsJobs(platform),
  start: async () => {
    await recordEarlierCompanies(platform);
    return { stop: async () => {} };
  },
});
