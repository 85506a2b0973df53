import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { importRoutes } from './routes/import-routes.ts';

/** Everything that this room answers over HTTP. */
export const importsRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().route('/', importRoutes(platform));
