import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { readPassage, searchThread } from '../actions/search-thread.ts';
import type { Desk } from '../model/correspondent.ts';
import { MentionViewSchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import { answer, storable, ThreadParams } from './schemas.ts';

const THREAD = '/api/workspaces/{workspaceId}/threads/{threadId}';
const tags = ['Conversations'];

const FoundSchema = z.object({ mentions: z.array(MentionViewSchema), hasMore: z.boolean() });
const PassageSchema = z.object({
  mentions: z.array(MentionViewSchema),
  hasEarlier: z.boolean(),
  hasLater: z.boolean(),
});

/** Finding something in one conversation, however long. */
export const findingRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${THREAD}/search`,
        tags,
        summary: 'What was said in this conversation with these words in it, the latest first',
        request: { params: ThreadParams, query: z.object({ q: storable(200) }) },
        responses: { 200: answer('What was found', FoundSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const found = await searchThread(desk, context.var.actor, threadId, context.req.valid('query').q);
        if (!found.ok) return problemResponse(context, problemOf(found.error, requestLanguage(context)));
        return context.json({ ...found.value, mentions: [...found.value.mentions] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${THREAD}/passage`,
        tags,
        summary: 'One turn with those around it, oldest first',
        request: { params: ThreadParams, query: z.object({ around: z.uuid() }) },
        responses: { 200: answer('The passage', PassageSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { around } = context.req.valid('query');
        const read = await readPassage(desk, context.var.actor, threadId, around);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json({ ...read.value, mentions: [...read.value.mentions] }, 200);
      },
    );
