import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { showDoor } from '../actions/show-door.ts';
import { problemOf } from '../problems.ts';
import { answer, ConnectionParams } from './schemas.ts';

const tags = ['channels'];
const path = '/api/workspaces/{workspaceId}/connections/{id}/door';

const WordsSchema = z.object({ it: z.string(), en: z.string() });

const DoorSchema = z
  .object({
    /** Null for a channel that is brought nothing. */
    door: z
      .object({
        url: z.string(),
        help: WordsSchema,
        /** What some vendors want to be told besides, and what they call it. */
        token: z.object({ label: WordsSchema, value: z.string() }).nullable(),
      })
      .nullable(),
  })
  .openapi('ConnectionDoor');

/** The address at which others bring things to a connection: shown to who manages the connections. */
export const doorRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'get', path, tags, summary: 'Where others bring things to this connection' },
        request: { params: ConnectionParams },
        responses: { ...problemResponses, 200: answer('The address and how to use it', DoorSchema) },
      }),
      async (context) => {
        const shown = await showDoor(platform, context.var.actor, context.req.valid('param').id);
        if (!shown.ok) return problemResponse(context, problemOf(shown.error, requestLanguage(context)));
        return context.json({ door: shown.value }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'post', path, tags, summary: 'A new address: the one before holds for seven days more' },
        request: { params: ConnectionParams },
        responses: { ...problemResponses, 200: answer('The new address and how to use it', DoorSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        const shown = await showDoor(platform, actor, context.req.valid('param').id, { renew: true });
        if (!shown.ok) return problemResponse(context, problemOf(shown.error, requestLanguage(context)));
        return context.json({ door: shown.value }, 200);
      },
    );
