import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { forgetJob, forgettingSubscription } from './actions/hear-forgetting.ts';
import { hearJob, mentionsSubscription } from './actions/hear-mentions.ts';
import { calendarSubscription, resetJob } from './actions/reset-deadlines.ts';
import { signJob } from './actions/sign-day.ts';
import { gravitySubscription } from './actions/tell-gravity.ts';

/** What this room does by itself: hear of complaints and answers, forget people, sign the register. */
export const careRoom = (platform: Platform): Room => ({
  name: 'care',
  subscriptions: [
    mentionsSubscription(platform),
    forgettingSubscription(platform),
    gravitySubscription(platform),
    calendarSubscription(platform),
  ],
  jobs: [hearJob(platform), forgetJob(platform), signJob(platform), resetJob(platform)],
});
