import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { replay, tryEndpoint } from '../actions/change-endpoints.ts';
import type { Context } from '../actions/context.ts';
import { problems } from '../problems.ts';
import { findEndpoint } from '../store/endpoints.ts';
import { selectMessages } from '../store/messages.ts';
import {
  answer,
  body,
  EndpointParams,
  LogQuery,
  MessageSchema,
  presentMessage,
  ReplaySchema,
  WEBHOOKS,
} from './webhook-schemas.ts';

const tags = ['webhooks'];

/** What was sent where, what came back, and sending it again. */
export const logRoutes = (room: Context) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${WEBHOOKS}/{endpointId}/messages`,
        tags,
        summary: 'The log of one address, the latest first',
        request: { params: EndpointParams, query: LogQuery },
        responses: {
          ...problemResponses,
          200: answer(
            'A page of it; `next` goes in `before`',
            z.object({ messages: z.array(MessageSchema), next: z.number().int().nullable() }),
          ),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'integrations.manage')) return problemResponse(context, notAllowed);
        const { endpointId } = context.req.valid('param');
        const { limit, ...page } = context.req.valid('query');
        const rows = await room.database.inWorkspace(actor.workspaceId, async (tx) =>
          (await findEndpoint(tx, actor.workspaceId, endpointId))
            ? selectMessages(tx, actor.workspaceId, endpointId, { ...page, limit: limit + 1 })
            : null,
        );
        if (!rows) return problemResponse(context, notFound);
        const messages = rows.slice(0, limit).map(presentMessage);
        const next = rows.length > limit ? (messages.at(-1)?.number ?? null) : null;
        return context.json({ messages, next }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WEBHOOKS}/{endpointId}/trial`,
        tags,
        summary: 'Send a trial message',
        request: { params: EndpointParams },
        responses: { ...problemResponses, 202: answer('On its way', z.object({ messageId: z.uuid() })) },
      }),
      async (context) => {
        const tried = await tryEndpoint(room, context.var.actor, context.req.valid('param').endpointId);
        if (!tried.ok) return problemResponse(context, problems[tried.error.kind]);
        return context.json(tried.value, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WEBHOOKS}/{endpointId}/replay`,
        tags,
        summary: 'Send one message, or all of a period, once more',
        request: { params: EndpointParams, body: body(ReplaySchema) },
        responses: { ...problemResponses, 202: answer('How many', z.object({ count: z.number().int() })) },
      }),
      async (context) => {
        const wish = context.req.valid('json');
        const which = 'messageId' in wish ? wish : { from: new Date(wish.from), to: new Date(wish.to) };
        const id = context.req.valid('param').endpointId;
        const replayed = await replay(room, context.var.actor, { id, which });
        if (!replayed.ok) return problemResponse(context, problems[replayed.error.kind]);
        return context.json(replayed.value, 202);
      },
    );
