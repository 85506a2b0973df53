import { createRoute, z } from '@hono/zod-openapi';
import { ReadingQuery } from '../../listening/index.ts';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { orderBulk, startBulk, viewBulk } from '../actions/order-bulk.ts';
import type { Desk } from '../model/correspondent.ts';
import { problemOf } from '../problems.ts';
import { threadViews } from '../store/read-thread-list.ts';
import { answer, body, given, MomentSchema, storable, WorkspaceParams } from './schemas.ts';

const BULK = '/api/workspaces/{workspaceId}/bulk';
const tags = ['conversation'];
const BulkParams = WorkspaceParams.extend({ bulkId: z.uuid() });

const Count = z.number().int();
const BulkSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['running', 'stopped', 'done', 'undoing', 'undone']),
    total: Count,
    counts: z.object({
      waiting: Count,
      applied: Count,
      same: Count,
      gone: Count,
      undone: Count,
      kept: Count.openapi({ description: 'Touched by somebody since, and left as they are' }),
    }),
  })
  .openapi('Bulk');

const WishSchema = z.union([
  z.object({ kind: z.enum(['read', 'unread']) }),
  z.object({
    kind: z.literal('organise'),
    status: z.enum(['open', 'done']).optional(),
    assigneeId: z.uuid().nullable().optional(),
    teamId: z.uuid().nullable().optional(),
    snoozedUntil: MomentSchema.nullable().optional(),
    addLabels: z.array(z.uuid()).max(50).optional(),
    removeLabels: z.array(z.uuid()).max(50).optional(),
  }),
]);

const ViewSchema = z.object({
  view: z.enum(threadViews).default('all'),
  channel: storable(60).optional(),
  team: z.uuid().optional(),
  label: z.uuid().optional(),
  unread: z.boolean().optional(),
  q: storable(200).optional(),
  polarity: ReadingQuery.polarity,
  intent: ReadingQuery.intent,
  urgent: z.boolean().optional(),
  needsReply: z.boolean().optional(),
  aspect: storable(60).optional(),
});

const NewBulkSchema = z.object({
  wish: WishSchema,
  threadIds: z.array(z.uuid()).min(1).max(10_000).optional(),
  all: ViewSchema.optional().openapi({ description: 'Instead of `threadIds`: all that a view shows' }),
});
const OneTargetSchema = NewBulkSchema.refine(
  ({ threadIds, all }) => (threadIds === undefined) !== (all === undefined),
  { message: 'either these or all of a view', path: ['threadIds'] },
);

const ordering = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'post',
    path,
    tags,
    summary,
    request: { params: BulkParams },
    responses: { 200: answer('How far it is', BulkSchema), ...problemResponses },
  });

/** The same for many at once: carried out in batches, stopped and taken back at any moment. */
export const bulkRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: BULK,
        tags,
        summary: 'Do the same to many conversations',
        request: { params: WorkspaceParams, body: body(OneTargetSchema) },
        responses: { 201: answer('How far it is', BulkSchema), ...problemResponses },
      }),
      async (context) => {
        const { wish: said, threadIds, all } = context.req.valid('json');
        const { kind, ...place } = said;
        const wish = kind === 'organise' ? { kind, wish: given(place) } : { kind };
        const { q, team, label, ...view } = all ?? { view: 'all' as const };
        const query = {
          ...given(view),
          now: desk.clock.now(),
          ...(team ? { teamId: team } : {}),
          ...(label ? { labelId: label } : {}),
        };
        const started = await startBulk(
          desk,
          context.var.actor,
          wish,
          threadIds ? { threadIds } : { query, ...(q?.trim() ? { q } : {}) },
        );
        if (!started.ok) return problemResponse(context, problemOf(started.error, requestLanguage(context)));
        return context.json(started.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${BULK}/{bulkId}`,
        tags,
        summary: 'How far it is',
        request: { params: BulkParams },
        responses: { 200: answer('How far it is', BulkSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await viewBulk(desk, context.var.actor, context.req.valid('param').bulkId);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(read.value, 200);
      },
    )
    .openapi(ordering(`${BULK}/{bulkId}/stop`, 'Stop it where it is'), async (context) => {
      const ordered = await orderBulk(desk, context.var.actor, context.req.valid('param').bulkId, 'stop');
      if (!ordered.ok) return problemResponse(context, problemOf(ordered.error, requestLanguage(context)));
      return context.json(ordered.value, 200);
    })
    .openapi(
      ordering(`${BULK}/{bulkId}/undo`, 'Take it back; what somebody touched since stays as they left it'),
      async (context) => {
        const ordered = await orderBulk(desk, context.var.actor, context.req.valid('param').bulkId, 'undo');
        if (!ordered.ok) return problemResponse(context, problemOf(ordered.error, requestLanguage(context)));
        return context.json(ordered.value, 200);
      },
    );
