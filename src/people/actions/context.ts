import type { Platform } from '../../platform/platform.ts';

/** What an action of this room needs from below. */
export type Context = Pick<Platform, 'database' | 'clock'>;
