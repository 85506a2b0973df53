import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addWebhook, changeBot, listWebhooks, removeWebhook, tryWebhook } from '../actions/change-ways.ts';
import type { AlertsOptions } from '../actions/deliver.ts';
import { TELEGRAM_TOKEN } from '../actions/telegram.ts';
import { problems } from '../problems.ts';
import { trialView } from './preference-routes.ts';
import {
  answer,
  body,
  NewWebhookSchema,
  TrialSchema,
  WebhookParams,
  WebhookSchema,
  WorkspaceParams,
} from './schemas.ts';

const WEBHOOKS = '/api/workspaces/{workspaceId}/alert-webhooks';
const tags = ['alerts'];

const MadeSchema = z.object({ id: z.uuid(), secret: z.string() });

/** How programs of the company are told, and its bot. */
export const wayRoutes = (platform: Platform, options: AlertsOptions) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: WEBHOOKS,
        tags,
        summary: 'Addresses that are told of each alert',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The addresses', z.object({ webhooks: z.array(WebhookSchema) })),
        },
      }),
      async (context) => {
        const found = await listWebhooks(platform, context.var.actor);
        if (!found.ok) return problemResponse(context, problems[found.error.kind]);
        const webhooks = found.value.map(({ id, name, url, createdAt, lastAt, lastProblem }) => ({
          ...{ id, name, url, lastProblem },
          createdAt: createdAt.toISOString(),
          lastAt: lastAt?.toISOString() ?? null,
        }));
        return context.json({ webhooks }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: WEBHOOKS,
        tags,
        summary: 'Tell an address of each alert, signed (Standard Webhooks); the secret is told this once',
        request: { params: WorkspaceParams, body: body(NewWebhookSchema) },
        responses: { ...problemResponses, 201: answer('The address and its secret', MadeSchema) },
      }),
      async (context) => {
        const made = await addWebhook(platform, context.var.actor, context.req.valid('json'));
        return made.ok ? context.json(made.value, 201) : problemResponse(context, problems[made.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${WEBHOOKS}/{webhookId}`,
        tags,
        summary: 'Tell that address nothing more',
        request: { params: WebhookParams },
        responses: { ...problemResponses, 204: { description: 'Gone' } },
      }),
      async (context) => {
        const gone = await removeWebhook(platform, context.var.actor, context.req.valid('param').webhookId);
        return gone.ok ? context.body(null, 204) : problemResponse(context, problems[gone.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WEBHOOKS}/{webhookId}/trial`,
        tags,
        summary: 'Send a trial to that address',
        request: { params: WebhookParams },
        responses: { ...problemResponses, 200: answer('How it went', TrialSchema) },
      }),
      async (context) => {
        const tried = await tryWebhook(platform, context.var.actor, context.req.valid('param').webhookId);
        if (!tried.ok) return problemResponse(context, problems[tried.error.kind]);
        return context.json(trialView([tried.value]), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/workspaces/{workspaceId}/alert-bot',
        tags,
        summary: 'The company’s own bot on Telegram; null forgets it',
        request: {
          params: WorkspaceParams,
          body: body(z.object({ token: z.string().trim().regex(TELEGRAM_TOKEN).nullable() })),
        },
        responses: { ...problemResponses, 204: { description: 'Kept' } },
      }),
      async (context) => {
        const kept = await changeBot(platform, context.var.actor, context.req.valid('json').token, options);
        return kept.ok ? context.body(null, 204) : problemResponse(context, problems[kept.error.kind]);
      },
    );
