import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { alertsOpenedSubscription } from './actions/propose-crisis.ts';

/** What this room does by itself: hear of alerts that may be the beginning of a crisis. */
export const crisisRoom = (platform: Pick<Platform, 'clock'>): Room => ({
  name: 'crisis',
  subscriptions: [alertsOpenedSubscription(platform)],
});
