import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { type Lent, nothingLent } from './model/lent.ts';
import { contactRoutes } from './routes/contact-routes.ts';
import { fieldRoutes } from './routes/field-routes.ts';
import { graphRoutes } from './routes/graph-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { ledgerRoutes } from './routes/ledger-routes.ts';
import { mapRoutes } from './routes/map-routes.ts';
import { mergeRoutes } from './routes/merge-routes.ts';
import { privacyRoutes } from './routes/privacy-routes.ts';
import { teamRoutes } from './routes/team-routes.ts';
import { todayRoutes } from './routes/today-routes.ts';
import { valueRoutes } from './routes/value-routes.ts';

/** Lent by the rooms beside: where mentions stand, and in whose hands conversations are. */
export type RelationsOptions = Partial<Lent>;

/** Everything of this room that is reached by HTTP; `memberOnly` stands before it and sets the actor. */
export const relationsRoutes = (platform: Platform, options: RelationsOptions = {}) => {
  const lent = { ...nothingLent, ...options };
  // `contacts/suggestions` before `contacts/{id}`.
  return createRouter<PeopleEnv>()
    .route('/', mergeRoutes(platform))
    .route('/', contactRoutes(platform, lent.threadsOf, lent.evidenceOf))
    .route('/', ledgerRoutes(platform))
    .route('/', privacyRoutes(platform, lent.evidenceOf))
    .route('/', importRoutes(platform))
    .route('/', todayRoutes(platform, lent))
    .route('/', graphRoutes(platform))
    .route('/', mapRoutes(platform))
    .route('/', fieldRoutes(platform))
    .route('/', teamRoutes(platform))
    .route('/', valueRoutes(platform));
};
