import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import type { Authentication } from './authentication.ts';
import type { KeyReader } from './http/read-key.ts';
import { acceptanceRoutes } from './routes/acceptance-routes.ts';
import { installationRoutes } from './routes/installation-routes.ts';
import { invitationRoutes } from './routes/invitation-routes.ts';
import { keyRoutes, ownKeyRoutes } from './routes/key-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { memberRoutes } from './routes/member-routes.ts';
import { workspaceRoutes } from './routes/workspace-routes.ts';

/** All routes of this room. Those under a workspace rely on `memberOnly`, mounted before them on `/api/workspaces/:workspaceId/*`. */
export const peopleRoutes = (platform: Platform, authentication: Authentication, version: string) =>
  createRouter()
    .route('/', installationRoutes(platform, authentication, version))
    .route('/', meRoutes(platform, authentication))
    .route('/', acceptanceRoutes(platform, authentication))
    .route('/', workspaceRoutes(platform))
    .route('/', memberRoutes(platform))
    .route('/', invitationRoutes(platform));

/** Keys for programs, as people make them and as programs ask about their own. */
export const keysRoutes = (platform: Platform, readKey: KeyReader) =>
  createRouter().route('/', keyRoutes(platform)).route('/', ownKeyRoutes(readKey));
