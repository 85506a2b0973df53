import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { approveHeld } from '../actions/approve-held.ts';
import type { ReaderOf } from '../actions/ingest-input.ts';
import { type HeldPage, listHeld } from '../actions/list-held.ts';
import { putHeldBack } from '../actions/put-held-back.ts';
import { refuseHeld } from '../actions/refuse-held.ts';
import { refusals } from '../model/held.ts';
import { HeldViewSchema } from '../model/held-view.ts';
import { PLACE_PATTERN, readPlace } from '../model/place.ts';
import { answer, body, WorkspaceParams } from './schemas.ts';

const HELD = '/api/workspaces/{workspaceId}/held';
const tags = ['listening'];

const HeldQuery = z.object({
  state: z.enum(['waiting', 'refused']).default('waiting'),
  before: z
    .string()
    .regex(PLACE_PATTERN)
    .optional()
    .openapi({ description: 'The `next` of the page before' })
    .transform((place) => {
      if (place === undefined) return undefined;
      const { saidAt, id } = readPlace(place);
      return { at: saidAt, id };
    }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const HeldPageSchema = z
  .object({ held: z.array(HeldViewSchema), next: z.string().nullable(), waiting: z.int() })
  .openapi('HeldPage');

const Some = z.object({ ids: z.array(z.uuid()).min(1).max(200) });
const Done = z.object({
  changed: z.int().openapi({ description: 'Those that a colleague decided meanwhile are passed over' }),
});

/** What waits for a person: looked through, let in, turned away, taken back. */
export const heldRoutes = (platform: Platform, read?: ReaderOf) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: HELD,
        tags,
        summary: 'What waits for somebody to look before it counts, or was refused lately',
        request: { params: WorkspaceParams, query: HeldQuery },
        responses: { ...problemResponses, 200: answer('A page', HeldPageSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const page: HeldPage = await listHeld(platform, actor.workspaceId, context.req.valid('query'));
        return context.json({ ...page, held: [...page.held] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HELD}/approve`,
        tags,
        summary: 'Let them count as said',
        request: { params: WorkspaceParams, body: body(Some) },
        responses: { ...problemResponses, 200: answer('How many', Done) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.admit')) return problemResponse(context, notAllowed);
        const { ids } = context.req.valid('json');
        return context.json({ changed: await approveHeld(platform, actor, ids, read) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HELD}/refuse`,
        tags,
        summary: 'Turn them away',
        request: { params: WorkspaceParams, body: body(Some.extend({ as: z.enum(refusals) })) },
        responses: { ...problemResponses, 200: answer('How many', Done) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.admit')) return problemResponse(context, notAllowed);
        const { ids, as } = context.req.valid('json');
        return context.json({ changed: await refuseHeld(platform, actor, ids, as) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HELD}/put-back`,
        tags,
        summary: 'Take the decision back: they wait again',
        request: { params: WorkspaceParams, body: body(Some) },
        responses: { ...problemResponses, 200: answer('How many', Done) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.admit')) return problemResponse(context, notAllowed);
        const { ids } = context.req.valid('json');
        return context.json({ changed: await putHeldBack(platform, actor, ids) }, 200);
      },
    );
