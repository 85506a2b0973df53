import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { acknowledgeAlert } from '../actions/acknowledge.ts';
import { readAlertList, readAlertStory } from '../actions/read-alerts.ts';
import { problems } from '../problems.ts';
import { AlertPageSchema, AlertParams, AlertStorySchema, answer, WorkspaceParams } from './schemas.ts';

const ALERTS = '/api/workspaces/{workspaceId}/alerts';
const tags = ['alerts'];

const PLACE = /^(\d{1,15})\.([0-9a-f-]{36})$/;
const PlaceSchema = z
  .string()
  .regex(PLACE)
  .refine((text) => z.uuid().safeParse(PLACE.exec(text)?.[2]).success, 'not a place')
  .openapi({ description: 'The `next` of the page before' });

/** Stories of what was unusual. */
export const alertRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: ALERTS,
        tags,
        summary: 'What was unusual, the latest first',
        request: {
          params: WorkspaceParams,
          query: z.object({
            before: PlaceSchema.optional(),
            limit: z.coerce.number().int().min(1).max(100).default(30),
          }),
        },
        responses: { ...problemResponses, 200: answer('A page of stories', AlertPageSchema) },
      }),
      async (context) => {
        const { before, limit } = context.req.valid('query');
        const [, at, id] = PLACE.exec(before ?? '') ?? [];
        const place = at && id ? { openedAt: new Date(Number(at)), id } : undefined;
        const language = requestLanguage(context);
        const list = await readAlertList(platform, context.var.actor, { before: place, limit, language });
        if (!list.ok) return problemResponse(context, problems[list.error.kind]);
        const { alerts, last } = list.value;
        return context.json({ alerts, next: last ? `${last.openedAt.getTime()}.${last.id}` : null }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${ALERTS}/{alertId}`,
        tags,
        summary: 'One story, explained: numbers, words, hours and the mentions behind it',
        request: { params: AlertParams },
        responses: { ...problemResponses, 200: answer('The story', AlertStorySchema) },
      }),
      async (context) => {
        const { alertId } = context.req.valid('param');
        const story = await readAlertStory(platform, context.var.actor, alertId, requestLanguage(context));
        if (!story.ok) return problemResponse(context, problems[story.error.kind]);
        const { words, hours, deliveries, mentions, ...rest } = story.value;
        const copies = {
          words: [...words],
          hours: [...hours],
          deliveries: [...deliveries],
          mentions: [...mentions],
        };
        return context.json({ ...rest, ...copies }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${ALERTS}/{alertId}/acknowledge`,
        tags,
        summary: 'Say that it has been seen',
        request: { params: AlertParams },
        responses: { ...problemResponses, 204: { description: 'Written down' } },
      }),
      async (context) => {
        const seen = await acknowledgeAlert(platform, context.var.actor, context.req.valid('param').alertId);
        return seen.ok ? context.body(null, 204) : problemResponse(context, problems[seen.error.kind]);
      },
    );
