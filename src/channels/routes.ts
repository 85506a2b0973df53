import type { Authentication, PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { authorisationRoutes } from './routes/authorisation-routes.ts';
import { channelRoutes } from './routes/channel-routes.ts';
import { connectionRoutes } from './routes/connection-routes.ts';
import { doorRoutes } from './routes/door-routes.ts';
import { feedListRoutes } from './routes/feed-list-routes.ts';
import { lastDeliveryRoutes } from './routes/last-delivery-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';

/** What this room answers; workspace addresses stand behind `memberOnly` (src/api.ts). */
export const channelsRoutes = (platform: Platform, authentication: Authentication) =>
  createRouter<PeopleEnv>()
    .route('/', channelRoutes(authentication))
    .route('/', authorisationRoutes(platform))
    .route('/', connectionRoutes(platform))
    .route('/', doorRoutes(platform))
    .route('/', feedListRoutes(platform))
    .route('/', lastDeliveryRoutes(platform))
    .route('/', uploadRoutes(platform));
