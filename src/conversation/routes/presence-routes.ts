import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { tellPresence } from '../actions/tell-presence.ts';
import type { Desk } from '../model/correspondent.ts';
import { PresenceSchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import { answer, body, ThreadParams } from './schemas.ts';

const DoingSchema = z.object({
  doing: z
    .enum(['reading', 'writing'])
    .nullable()
    .openapi({ description: 'Believed for a minute; say it again sooner. Null: gone' }),
});

/** Who has a conversation open. */
export const presenceRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'put',
      path: '/api/workspaces/{workspaceId}/threads/{threadId}/presence',
      tags: ['conversation'],
      summary: 'Say what I do here, and hear who else is',
      request: { params: ThreadParams, body: body(DoingSchema) },
      responses: {
        200: answer('The others', z.object({ present: z.array(PresenceSchema) })),
        ...problemResponses,
      },
    }),
    async (context) => {
      const { threadId } = context.req.valid('param');
      const told = await tellPresence(desk, context.var.actor, threadId, context.req.valid('json').doing);
      if (!told.ok) return problemResponse(context, problemOf(told.error, requestLanguage(context)));
      return context.json({ present: [...told.value] }, 200);
    },
  );
