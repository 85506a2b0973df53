import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { noThreads, type ThreadsOf } from './actions/threads-of.ts';
import { liveRoutes } from './routes/live-routes.ts';
import { mentionRoutes } from './routes/mention-routes.ts';
import { watchRoutes } from './routes/watch-routes.ts';

/** Everything that this room answers over HTTP. `threadsOf` is lent by the room above, which knows where mentions stand. */
export const listeningRoutes = (platform: Platform, options: { readonly threadsOf?: ThreadsOf } = {}) =>
  createRouter<PeopleEnv>()
    .route('/', watchRoutes(platform))
    .route('/', mentionRoutes(platform, options.threadsOf ?? noThreads))
    .route('/', liveRoutes(platform));
