import { channelsRoutes } from '../../src/channels/index.ts';
import { authenticationRoutes, createAuthentication, memberOnly } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
import type { Platform } from '../../src/platform/platform.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The routes of the channels room as the server mounts them, with sign-in in front. */
export const channelsServer = (platform: Platform): Fetch => {
  const authentication = createAuthentication(platform);
  const app = createRouter();
  app.route('/', authenticationRoutes(platform, authentication));
  app.use('/api/workspaces/:workspaceId/*', memberOnly(platform, authentication));
  app.route('/', channelsRoutes(platform, authentication));
  return app.fetch as Fetch;
};
