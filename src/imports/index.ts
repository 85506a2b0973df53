import type { ReaderOf } from '../listening/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { importJobs } from './jobs.ts';

export { importsRoutes } from './routes.ts';

/** What this room does by itself: bring files in, try them, take them back. */
export const importsRoom = (platform: Platform, options: { readonly read?: ReaderOf } = {}): Room => ({
  name: 'imports',
  jobs: importJobs(platform, options.read),
});
