import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeWatch, createWatch, removeWatch } from '../actions/change-watches.ts';
import { previewWatch } from '../actions/preview-watch.ts';
import { judgeWatch, queryTextOf } from '../model/judge-watch.ts';
import { parseQuery } from '../model/query/parse-query.ts';
import {
  NewWatchSchema,
  type WatchChange,
  WatchChangeSchema,
  WatchPreviewResultSchema,
  WatchPreviewSchema,
  WatchViewSchema,
} from '../model/watch-view.ts';
import { selectWatches } from '../store/watches.ts';
import { answer, body, OneParams, WorkspaceParams } from './schemas.ts';
import { watchProblem } from './watch-problems.ts';

const WATCHES = '/api/workspaces/{workspaceId}/watches';
const tags = ['listening'];

/** What the company listens for, and why. */
export const watchRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: WATCHES,
        tags,
        summary: 'What we listen for',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The watches', z.object({ watches: z.array(WatchViewSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'watches.read')) return problemResponse(context, notAllowed);
        const watches = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          selectWatches(tx, actor.workspaceId, platform.clock.now()),
        );
        return context.json({ watches }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: WATCHES,
        tags,
        summary: 'Listen for something new',
        request: { params: WorkspaceParams, body: body(NewWatchSchema) },
        responses: { ...problemResponses, 201: answer('The watch', WatchViewSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'watches.manage')) return problemResponse(context, notAllowed);
        const draft = context.req.valid('json');
        const judged = judgeWatch(draft);
        if (!judged.ok) return problemResponse(context, watchProblem(judged.error));
        return context.json(await createWatch(platform, actor, draft), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WATCHES}/preview`,
        tags,
        summary: 'What a watch would have met',
        request: { params: WorkspaceParams, body: body(WatchPreviewSchema) },
        responses: {
          ...problemResponses,
          200: answer('How many, among the latest stored, with examples', WatchPreviewResultSchema),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const parsed = parseQuery(queryTextOf(context.req.valid('json')) ?? '');
        if (!parsed.ok)
          return problemResponse(context, watchProblem({ kind: 'query-unreadable', problems: parsed.error }));
        return context.json(await previewWatch(platform, actor.workspaceId, parsed.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${WATCHES}/{id}`,
        tags,
        summary: 'Change, pause or resume a watch',
        request: { params: OneParams, body: body(WatchChangeSchema) },
        responses: { ...problemResponses, 200: answer('The watch as changed', WatchViewSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'watches.manage')) return problemResponse(context, notAllowed);
        const { id } = context.req.valid('param');
        const change = context.req.valid('json') as WatchChange;
        const judged = judgeWatch(change);
        if (!judged.ok) return problemResponse(context, watchProblem(judged.error));
        const changed = await changeWatch(platform, actor, id, change);
        return changed.ok ? context.json(changed.value, 200) : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${WATCHES}/{id}`,
        tags,
        summary: 'Stop listening for it',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Gone; what it heard stays' } },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'watches.manage')) return problemResponse(context, notAllowed);
        const removed = await removeWatch(platform, actor, context.req.valid('param').id);
        return removed.ok ? context.body(null, 204) : problemResponse(context, notFound);
      },
    );
