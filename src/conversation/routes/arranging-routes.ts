import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { listArrangements } from '../actions/list-arrangements.ts';
import { mergeByHand } from '../actions/merge-by-hand.ts';
import { splitThread } from '../actions/split-thread.ts';
import { undoArrangement } from '../actions/undo-arrangement.ts';
import type { Desk } from '../model/correspondent.ts';
import { ThreadSummarySchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import { answer, body, ThreadParams, WorkspaceParams } from './schemas.ts';

const THREADS = '/api/workspaces/{workspaceId}/threads/{threadId}';
const tags = ['Conversations'];
const version = z.number().int().min(1).max(2_147_483_647);

const MergeSchema = z.object({
  version,
  others: z
    .array(z.object({ threadId: z.uuid(), version }))
    .min(1)
    .max(19)
    .openapi({ description: 'What becomes part of it, each as the person saw it' }),
});

const SplitSchema = z
  .object({
    version,
    mentionIds: z.array(z.uuid()).min(1).max(1_000).optional(),
    from: z.uuid().optional().openapi({ description: 'This turn and all that came after it' }),
  })
  .refine(({ mentionIds, from }) => (mentionIds === undefined) !== (from === undefined), {
    path: ['mentionIds'],
    message: 'either these, or all from one on',
  });

const ArrangedSchema = z
  .object({ arrangementId: z.uuid(), thread: ThreadSummarySchema })
  .openapi('ArrangedThread', { description: 'With `arrangementId` it is taken back, at any time' });

const ArrangementsSchema = z
  .object({
    arrangements: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['merge', 'split']),
        byName: z.string(),
        at: z.iso.datetime(),
        otherIds: z.array(z.uuid()),
        threadId: z.uuid(),
        undone: z.boolean(),
      }),
    ),
  })
  .openapi('ThreadArrangements');

/** Joining and dividing conversations by hand, and taking it back. */
export const arrangingRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREADS}/merge`,
        tags,
        summary: 'Make other conversations part of this one, if all are still as you saw them',
        request: { params: ThreadParams, body: body(MergeSchema) },
        responses: { 200: answer('The one that is left', ArrangedSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { version: seen, others } = context.req.valid('json');
        const into = { threadId, version: seen };
        const merged = await mergeByHand(desk, context.var.actor, into, others);
        if (!merged.ok) return problemResponse(context, problemOf(merged.error, requestLanguage(context)));
        return context.json(merged.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREADS}/split`,
        tags,
        summary: 'Make a conversation of its own of some turns',
        request: { params: ThreadParams, body: body(SplitSchema) },
        responses: { 201: answer('The new one', ArrangedSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { version: seen, mentionIds, from } = context.req.valid('json');
        const chosen = from === undefined ? { mentionIds: mentionIds ?? [] } : { from };
        const split = await splitThread(desk, context.var.actor, { threadId, version: seen }, chosen);
        if (!split.ok) return problemResponse(context, problemOf(split.error, requestLanguage(context)));
        return context.json(split.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${THREADS}/arrangements`,
        tags,
        summary: 'What was joined here or divided off by hand, the latest first',
        request: { params: ThreadParams },
        responses: { 200: answer('What was done', ArrangementsSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const listed = await listArrangements(desk, context.var.actor, threadId);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
        const arrangements = listed.value.map((one) => ({ ...one, otherIds: [...one.otherIds] }));
        return context.json({ arrangements }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces/{workspaceId}/arrangements/{arrangementId}/undo',
        tags,
        summary: 'Take a joining or dividing back: what came since goes where it points to',
        request: { params: WorkspaceParams.extend({ arrangementId: z.uuid() }) },
        responses: {
          200: answer('The conversations that are there now', z.object({ threadIds: z.array(z.uuid()) })),
          ...problemResponses,
        },
      }),
      async (context) => {
        const undone = await undoArrangement(
          desk,
          context.var.actor,
          context.req.valid('param').arrangementId,
        );
        if (!undone.ok) return problemResponse(context, problemOf(undone.error, requestLanguage(context)));
        return context.json({ threadIds: [...undone.value.threadIds] }, 200);
      },
    );
