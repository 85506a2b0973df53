import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { addEndpoint, changeEndpoint, removeEndpoint, rotateSecret } from '../actions/change-endpoints.ts';
import type { Context } from '../actions/context.ts';
import { problems } from '../problems.ts';
import { selectEndpoints } from '../store/endpoints.ts';
import {
  answer,
  body,
  ChangeEndpointSchema,
  EndpointParams,
  EndpointSchema,
  MadeSchema,
  NewEndpointSchema,
  OverlapSchema,
  presentEndpoint,
  WEBHOOKS,
  WorkspaceParams,
} from './webhook-schemas.ts';

const tags = ['webhooks'];

/** Where a company is told by program of what happens. */
export const webhookRoutes = (room: Context) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: WEBHOOKS,
        tags,
        summary: 'Addresses that are told of what happens, and how that goes',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The addresses', z.object({ endpoints: z.array(EndpointSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'integrations.manage')) return problemResponse(context, notAllowed);
        const rows = await room.database.inWorkspace(actor.workspaceId, (tx) =>
          selectEndpoints(tx, actor.workspaceId),
        );
        const now = room.clock.now();
        return context.json({ endpoints: rows.map((row) => presentEndpoint(row, now)) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: WEBHOOKS,
        tags,
        summary: 'Tell an address from now on; its secret is said this once',
        request: { params: WorkspaceParams, body: body(NewEndpointSchema) },
        responses: { ...problemResponses, 201: answer('The address', MadeSchema) },
      }),
      async (context) => {
        const made = await addEndpoint(room, context.var.actor, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        const { endpoint, secret } = made.value;
        return context.json({ endpoint: presentEndpoint(endpoint, room.clock.now()), secret }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${WEBHOOKS}/{endpointId}`,
        tags,
        summary: 'Change what is told where, pause it, turn it on again',
        request: { params: EndpointParams, body: body(ChangeEndpointSchema) },
        responses: { ...problemResponses, 200: answer('As it is now', EndpointSchema) },
      }),
      async (context) => {
        const { endpointId } = context.req.valid('param');
        const wish = JSON.parse(JSON.stringify(context.req.valid('json')));
        const changed = await changeEndpoint(room, context.var.actor, endpointId, wish);
        if (!changed.ok) return problemResponse(context, problems[changed.error.kind]);
        return context.json(presentEndpoint(changed.value, room.clock.now()), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${WEBHOOKS}/{endpointId}`,
        tags,
        summary: 'Tell an address no longer; its log goes too',
        request: { params: EndpointParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removeEndpoint(room, context.var.actor, context.req.valid('param').endpointId);
        return removed.ok
          ? context.body(null, 204)
          : problemResponse(context, removed.error.kind === 'not-found' ? notFound : notAllowed);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WEBHOOKS}/{endpointId}/secret`,
        tags,
        summary: 'A new secret; both sign for a while',
        request: { params: EndpointParams, body: body(OverlapSchema) },
        responses: { ...problemResponses, 200: answer('The new secret', MadeSchema) },
      }),
      async (context) => {
        const id = context.req.valid('param').endpointId;
        const made = await rotateSecret(room, context.var.actor, { id, ...context.req.valid('json') });
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        const { endpoint, secret } = made.value;
        return context.json({ endpoint: presentEndpoint(endpoint, room.clock.now()), secret }, 200);
      },
    );
