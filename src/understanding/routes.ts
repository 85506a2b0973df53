import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import type { CompanyReader } from './actions/company-reader.ts';
import { loadShippedPacks } from './actions/shipped-packs.ts';
import { correctionRoutes } from './routes/correction-routes.ts';
import { learningRoutes } from './routes/learning-routes.ts';
import { packRoutes } from './routes/pack-routes.ts';
import { toneRoutes } from './routes/tone-routes.ts';

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const understandingRoutes = (platform: Platform, reader: CompanyReader) =>
  createRouter<PeopleEnv>()
    .route('/', correctionRoutes(platform, reader))
    .route('/', learningRoutes(platform, reader))
    .route('/', packRoutes(platform, reader, loadShippedPacks()))
    .route('/', toneRoutes(platform));
