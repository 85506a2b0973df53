import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Ground } from '../actions/ground.ts';
import { readAfterwardsToday, readThreadAfterwards } from '../actions/read-afterwards.ts';
import { dismissThanks, takeThanks } from '../actions/thank.ts';
import { problemOf } from '../problems.ts';
import { answer, ThanksParams, ThreadParams, ThreadSchema, TodaySchema, WorkspaceParams } from './schemas.ts';

const HOME = '/api/workspaces/{workspaceId}';
const tags = ['afterwards'];

/** What is proposed once a conversation is over: questions and thanks, for the day and for a conversation. */
export const thanksRoutes = (ground: Ground) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HOME}/afterwards`,
        tags,
        summary: 'Questions that wait for me to send them, and thanks to say',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('A few of each', TodaySchema) },
      }),
      async (context) => {
        const today = await readAfterwardsToday(ground, context.var.actor);
        if (!today.ok) return problemResponse(context, problemOf(today.error, requestLanguage(context)));
        return context.json(today.value as z.infer<typeof TodaySchema>, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${HOME}/threads/{threadId}/afterwards`,
        tags,
        summary: 'What is left to ask or thank for in a conversation, and what they answered',
        request: { params: ThreadParams },
        responses: { ...problemResponses, 200: answer('Nothing is null', ThreadSchema) },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const found = await readThreadAfterwards(ground, context.var.actor, threadId);
        if (!found.ok) return problemResponse(context, problemOf(found.error, requestLanguage(context)));
        return context.json(found.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HOME}/thanks/{mentionId}/take`,
        tags,
        summary: 'Take the proposed words of thanks, for a draft',
        request: { params: ThanksParams },
        responses: {
          ...problemResponses,
          200: answer('The words', z.object({ threadId: z.uuid(), body: z.string() })),
        },
      }),
      async (context) => {
        const taken = await takeThanks(ground, context.var.actor, context.req.valid('param').mentionId);
        if (!taken.ok) return problemResponse(context, problemOf(taken.error, requestLanguage(context)));
        return context.json(taken.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HOME}/thanks/{mentionId}/dismiss`,
        tags,
        summary: 'No thanks this time',
        request: { params: ThanksParams },
        responses: { ...problemResponses, 204: { description: 'Done' } },
      }),
      async (context) => {
        const gone = await dismissThanks(ground, context.var.actor, context.req.valid('param').mentionId);
        if (!gone.ok) return problemResponse(context, problemOf(gone.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );
