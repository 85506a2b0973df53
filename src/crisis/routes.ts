import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { crisisStepRoutes } from './routes/crisis-routes.ts';
import { crisisWorkRoutes } from './routes/work-routes.ts';

/** Everything of this room that is reached by HTTP, for members. */
export const crisisRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().route('/', crisisStepRoutes(platform)).route('/', crisisWorkRoutes(platform));
