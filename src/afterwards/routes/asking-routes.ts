import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { keepAskingSettings, readAskingSettings } from '../actions/change-settings.ts';
import { dismissAsking, readByHand } from '../actions/dismiss-asking.ts';
import type { Ground } from '../actions/ground.ts';
import { readAskingResults } from '../actions/read-afterwards.ts';
import { sendAsking } from '../actions/send-asking.ts';
import { problemOf } from '../problems.ts';
import {
  AskingParams,
  answer,
  BodySchema,
  body,
  DaysQuery,
  ReadSchema,
  ResultsSchema,
  SettingsSchema,
  WorkspaceParams,
} from './schemas.ts';

const ASKINGS = '/api/workspaces/{workspaceId}/askings';
const tags = ['afterwards'];
const done = { description: 'Done' };

/** Asking how it went: how the company does it, one question, what came back. */
export const askingRoutes = (ground: Ground) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${ASKINGS}/settings`,
        tags,
        summary: 'Whether and how the company asks how it went',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The settings', SettingsSchema) },
      }),
      async (context) => {
        const settings = await readAskingSettings(ground, context.var.actor);
        if (!settings.ok)
          return problemResponse(context, problemOf(settings.error, requestLanguage(context)));
        return context.json({ ...settings.value, automaticOn: [...settings.value.automaticOn] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${ASKINGS}/settings`,
        tags,
        summary: 'Choose whether and how the company asks how it went',
        request: { params: WorkspaceParams, body: body(SettingsSchema) },
        responses: { ...problemResponses, 200: answer('The settings', SettingsSchema) },
      }),
      async (context) => {
        const kept = await keepAskingSettings(ground, context.var.actor, context.req.valid('json'));
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json({ ...kept.value, automaticOn: [...kept.value.automaticOn] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${ASKINGS}/results`,
        tags,
        summary: 'What came back: how many answered, how it went for them, each with its margin',
        request: { params: WorkspaceParams, query: DaysQuery },
        responses: { ...problemResponses, 200: answer('The results', ResultsSchema) },
      }),
      async (context) => {
        const results = await readAskingResults(ground, context.var.actor, context.req.valid('query').days);
        if (!results.ok) return problemResponse(context, problemOf(results.error, requestLanguage(context)));
        return context.json(results.value as z.infer<typeof ResultsSchema>, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${ASKINGS}/{askingId}/send`,
        tags,
        summary: 'Send a question as an answer of yours in its conversation',
        request: { params: AskingParams, body: body(BodySchema) },
        responses: {
          ...problemResponses,
          200: answer('The answer that carries it', z.object({ replyId: z.uuid() })),
        },
      }),
      async (context) => {
        const { askingId } = context.req.valid('param');
        const sent = await sendAsking(ground, context.var.actor, askingId, context.req.valid('json').body);
        if (!sent.ok) return problemResponse(context, problemOf(sent.error, requestLanguage(context)));
        return context.json(sent.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${ASKINGS}/{askingId}/dismiss`,
        tags,
        summary: 'Not ask this time; it is counted as such',
        request: { params: AskingParams },
        responses: { ...problemResponses, 204: done },
      }),
      async (context) => {
        const gone = await dismissAsking(ground, context.var.actor, context.req.valid('param').askingId);
        if (!gone.ok) return problemResponse(context, problemOf(gone.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${ASKINGS}/{askingId}/reading`,
        tags,
        summary: 'Say what an answer in words means; null when it says nothing of the kind',
        request: { params: AskingParams, body: body(ReadSchema) },
        responses: { ...problemResponses, 204: done },
      }),
      async (context) => {
        const { askingId } = context.req.valid('param');
        const read = await readByHand(ground, context.var.actor, askingId, context.req.valid('json').score);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );
