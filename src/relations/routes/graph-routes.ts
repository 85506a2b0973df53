import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { cancelBatch, refreshRelations } from '../actions/ask-batch.ts';
import { readOverview } from '../actions/read-overview.ts';
import { graphProblem } from './field-problems.ts';
import { answer, sendable, WorkspaceParams } from './field-schemas.ts';
import { OverviewSchema, RefreshSchema } from './graph-schemas.ts';

const RELATIONS = '/api/workspaces/{workspaceId}/relations';
const tags = ['relations'];

/** How wide the company's web is, and the figures made anew when somebody asks. */
export const graphRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${RELATIONS}/overview`,
        tags,
        summary: 'How wide and dense the web around the company is',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The overview', OverviewSchema) },
      }),
      async (context) => {
        const overview = await readOverview(platform, context.var.actor);
        if (!overview.ok) return problemResponse(context, graphProblem(overview.error));
        return context.json(sendable(overview.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${RELATIONS}/refresh`,
        tags,
        summary: 'Make the figures anew; how far it is comes as `relations.changed`',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 202: answer('Begun, or under way already', RefreshSchema) },
      }),
      async (context) => {
        const asked = await refreshRelations(platform, context.var.actor);
        if (!asked.ok) return problemResponse(context, graphProblem(asked.error));
        return context.json({ state: 'running' as const }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${RELATIONS}/refresh`,
        tags,
        summary: 'Call off what is under way',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('Nothing is under way', RefreshSchema) },
      }),
      async (context) => {
        const stopped = await cancelBatch(platform, context.var.actor);
        if (!stopped.ok) return problemResponse(context, graphProblem(stopped.error));
        return context.json({ state: 'idle' as const }, 200);
      },
    );
