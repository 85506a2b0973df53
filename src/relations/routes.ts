import type { ThreadsOf } from '../listening/index.ts';
import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { graphRoutes } from './routes/graph-routes.ts';
import { mapRoutes } from './routes/map-routes.ts';

/** Lent by the rooms beside: where mentions stand. */
export type RelationsOptions = { readonly threadsOf?: ThreadsOf };

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const relationsRoutes = (platform: Platform, _options: RelationsOptions = {}) =>
  createRouter<PeopleEnv>().route('/', graphRoutes(platform)).route('/', mapRoutes(platform));
