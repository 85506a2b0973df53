import type { PeopleEnv } from '../people/index.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import { evidenceRoutes } from './routes/evidence-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { shieldRoutes } from './routes/shield-routes.ts';

export { LARGEST_FILE } from './actions/keep-evidence.ts';

/** The one address of this room that takes more than words. */
export const EVIDENCE_FILES = '/api/workspaces/:workspaceId/protection/reports/:reportId/files';

/** Everything of this room that is reached by HTTP. */
export const protectionRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .route('/', reportRoutes(platform))
    .route('/', evidenceRoutes(platform))
    .route('/', shieldRoutes(platform))
    .route('/', settingsRoutes(platform));
