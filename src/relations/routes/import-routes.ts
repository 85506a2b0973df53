import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { importPeople } from '../actions/import-people.ts';
import { problemOf } from '../problems.ts';
import { ImportBodySchema, ImportReportSchema } from './import-schemas.ts';
import { answer, body, sendable, WorkspaceParams } from './schemas.ts';

/** Lists of people and of what passed between them, from a file. */
export const importRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'post',
      path: '/api/workspaces/{workspaceId}/relations/imports',
      tags: ['relations'],
      summary: 'Bring a list in, or try it and take it back',
      request: { params: WorkspaceParams, body: body(ImportBodySchema) },
      responses: {
        ...problemResponses,
        200: answer('What was read, and what is wrong in it', ImportReportSchema),
      },
    }),
    async (context) => {
      const done = await importPeople(platform, context.var.actor, context.req.valid('json'));
      if (!done.ok) return problemResponse(context, problemOf(done.error));
      return context.json(sendable(done.value), 200);
    },
  );
