import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import type { ReaderOf } from './actions/ingest-input.ts';
import { noThreads, type ThreadsOf } from './actions/threads-of.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { heldRoutes } from './routes/held-routes.ts';
import { hidingRoutes } from './routes/hiding-routes.ts';
import { liveRoutes } from './routes/live-routes.ts';
import { memoryRoutes } from './routes/memory-routes.ts';
import { mentionRoutes } from './routes/mention-routes.ts';
import { noticeRoutes } from './routes/notice-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';
import { timelineRoutes } from './routes/timeline-routes.ts';
import { watchRoutes } from './routes/watch-routes.ts';

/** Lent by the rooms above: where mentions stand, and how the workspace reads. */
export type ListeningOptions = { readonly threadsOf?: ThreadsOf; readonly read?: ReaderOf | undefined };

/** Everything that this room answers over HTTP. */
export const listeningRoutes = (platform: Platform, options: ListeningOptions = {}) =>
  createRouter<PeopleEnv>()
    .route('/', watchRoutes(platform))
    .route('/', mentionRoutes(platform, options.threadsOf ?? noThreads, options.read))
    .route('/', searchRoutes(platform, options.threadsOf ?? noThreads))
    .route('/', heldRoutes(platform, options.read))
    .route('/', hidingRoutes(platform))
    .route('/', timelineRoutes(platform))
    .route('/', exportRoutes(platform))
    .route('/', memoryRoutes(platform))
    .route('/', noticeRoutes(platform))
    .route('/', liveRoutes(platform));
