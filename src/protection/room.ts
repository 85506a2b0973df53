import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { sweepJob } from './actions/sweep.ts';

/** What this room does by itself: it forgets evidence whose time is over. Nothing of it stands in the road of what comes in. */
export const protectionRoom = (platform: Platform): Room => ({
  name: 'protection',
  jobs: [sweepJob(platform)],
});
