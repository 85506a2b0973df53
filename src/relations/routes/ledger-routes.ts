import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addMeeting, removeMeeting } from '../actions/add-meeting.ts';
import { addGift, removeGift } from '../actions/keep-gifts.ts';
import { problemOf } from '../problems.ts';
import { MadeGiftSchema, MadeSchema, MeetingSchema, NewGiftSchema } from './contact-schemas.ts';
import { answer, body, OneParams, sendable } from './schemas.ts';

const BASE = '/api/workspaces/{workspaceId}';
const tags = ['relations'];

/** What people write down themselves: that we met, and what was given. */
export const ledgerRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/contacts/{id}/meetings`,
        tags,
        summary: 'Keep that we met',
        request: { params: OneParams, body: body(MeetingSchema) },
        responses: { ...problemResponses, 201: answer('The meeting', MadeSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const made = await addMeeting(platform, context.var.actor, id, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problemOf(made.error));
        return context.json({ id: made.value }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${BASE}/interactions/{id}`,
        tags,
        summary: 'Take back a meeting that was entered by hand',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Taken back' } },
      }),
      async (context) => {
        const removed = await removeMeeting(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/contacts/{id}/gifts`,
        tags,
        summary: 'Enter what was given, with the disclosure that it forces',
        request: { params: OneParams, body: body(NewGiftSchema) },
        responses: { ...problemResponses, 201: answer('The entry', MadeGiftSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const made = await addGift(platform, context.var.actor, id, context.req.valid('json'));
        if (!made.ok) return problemResponse(context, problemOf(made.error));
        return context.json({ gift: sendable(made.value) }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${BASE}/gifts/{id}`,
        tags,
        summary: 'Take an entry of the ledger back',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Taken back' } },
      }),
      async (context) => {
        const removed = await removeGift(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error));
        return context.body(null, 204);
      },
    );
