import { deskOf, type RoomOptions } from '../conversation/index.ts';
import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { askingRoutes } from './routes/asking-routes.ts';
import { thanksRoutes } from './routes/thanks-routes.ts';

/** Everything of this room that is reached by HTTP from inside; the public page has routes of its own. */
export const afterwardsRoutes = (platform: Platform, options: RoomOptions = {}) => {
  const ground = { ...deskOf(platform, options), sealer: platform.sealer };
  return createRouter<PeopleEnv>().route('/', askingRoutes(ground)).route('/', thanksRoutes(ground));
};
