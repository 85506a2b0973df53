import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { ruleRoutes } from './routes/rule-routes.ts';
import { runRoutes } from './routes/run-routes.ts';

/** Everything of this room that members reach by HTTP. */
export const rulesRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().route('/', ruleRoutes(platform)).route('/', runRoutes(platform));
