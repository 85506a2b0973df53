import { createRoute, z } from '@hono/zod-openapi';
import { isStillMember, may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { liveResponse } from '../../platform/live/live-route.ts';
import type { Platform } from '../../platform/platform.ts';
import { WorkspaceParams } from './schemas.ts';

/** What happens, as it happens. */
export const liveRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'get',
      path: '/api/workspaces/{workspaceId}/live',
      tags: ['live'],
      summary: 'What changes, as server-sent events',
      request: { params: WorkspaceParams },
      responses: {
        ...problemResponses,
        200: {
          description:
            'Ids and kinds of what changed; goes on after Last-Event-ID, `reset` means load afresh',
          content: { 'text/event-stream': { schema: z.string() } },
        },
      },
    }),
    (context) => {
      const { actor, sessionId } = context.var;
      if (!may(actor, 'workspace.read')) return problemResponse(context, notAllowed);
      const key = { workspaceId: actor.workspaceId, personId: actor.personId, sessionId };
      return liveResponse(context, platform, {
        workspaceId: actor.workspaceId,
        isStillAllowed: () => isStillMember(platform.database, key, platform.clock.now()),
      }) as never;
    },
  );
