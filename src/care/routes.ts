import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { caseRoutes } from './routes/case-routes.ts';
import { figureRoutes } from './routes/figure-routes.ts';
import { learningRoutes } from './routes/learning-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { stepRoutes } from './routes/step-routes.ts';
import { storyRoutes } from './routes/story-routes.ts';

/** Everything of this room that members reach by HTTP; `registerRoutes` is what anyone reaches. */
export const careRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .route('/', caseRoutes(platform))
    .route('/', stepRoutes(platform))
    .route('/', learningRoutes(platform))
    .route('/', figureRoutes(platform))
    .route('/', storyRoutes(platform))
    .route('/', settingsRoutes(platform));
