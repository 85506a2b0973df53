import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportFormats, exportWeb } from '../actions/export-web.ts';
import { readMap } from '../actions/read-map.ts';
import { graphProblem } from './field-problems.ts';
import { answer, sendable, WorkspaceParams } from './field-schemas.ts';
import { ExportQuery, MapQuery, MapSchema } from './graph-schemas.ts';

const RELATIONS = '/api/workspaces/{workspaceId}/relations';
const tags = ['relations'];

/** The company's web: to look at, to ask, and to take along. */
export const mapRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${RELATIONS}/map`,
        tags,
        summary: 'The people who say most about the web, what ties them, and what it answers',
        request: { params: WorkspaceParams, query: MapQuery },
        responses: { ...problemResponses, 200: answer('The map', MapSchema) },
      }),
      async (context) => {
        const map = await readMap(platform, context.var.actor, context.req.valid('query'));
        if (!map.ok) return problemResponse(context, graphProblem(map.error));
        return context.json(sendable(map.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${RELATIONS}/export`,
        tags,
        summary: 'The whole web as a file for other programs',
        request: { params: WorkspaceParams, query: ExportQuery },
        responses: {
          ...problemResponses,
          200: {
            description: 'GraphML, GEXF or CSV',
            content: {
              'application/xml': { schema: z.string() },
              'text/csv': { schema: z.string() },
            },
          },
        },
      }),
      async (context) => {
        const { format } = context.req.valid('query');
        const file = await exportWeb(platform, context.var.actor, format);
        if (!file.ok) return problemResponse(context, graphProblem(file.error));
        const { type, file: name } = exportFormats[format];
        return context.body(file.value, 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${name}"`,
        });
      },
    );
