import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import type { AlertsOptions } from './actions/deliver.ts';
import { alertRoutes } from './routes/alert-routes.ts';
import { preferenceRoutes } from './routes/preference-routes.ts';
import { ruleRoutes } from './routes/rule-routes.ts';
import { wayRoutes } from './routes/way-routes.ts';

/** Everything of this room that is reached by HTTP. */
export const alertsRoutes = (platform: Platform, options: AlertsOptions = {}) =>
  createRouter<PeopleEnv>()
    .route('/', alertRoutes(platform))
    .route('/', ruleRoutes(platform))
    .route('/', preferenceRoutes(platform, options))
    .route('/', wayRoutes(platform, options));
