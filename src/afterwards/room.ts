import { deskOf, type RoomOptions } from '../conversation/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { askJob } from './actions/ask-by-itself.ts';
import { closedSubscription, considerJob } from './actions/consider-threads.ts';
import { answersSubscription, hearJob } from './actions/hear-answers.ts';
import { forgettingSubscription, tidyJob } from './actions/hear-forgetting.ts';
import { remember } from './actions/remember.ts';

/** What this room does by itself: consider whom to ask, ask where it was told to, hear answers, forget people. */
export const afterwardsRoom = (platform: Platform, options: RoomOptions = {}): Room => {
  const ground = { ...deskOf(platform, options), sealer: platform.sealer };
  const remembered = remember(platform);
  return {
    name: 'afterwards',
    subscriptions: [
      closedSubscription(ground, remembered),
      answersSubscription(ground, remembered),
      forgettingSubscription(),
    ],
    jobs: [considerJob(ground), askJob(ground), hearJob(ground), tidyJob(ground)],
  };
};
