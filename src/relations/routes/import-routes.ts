import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { ProblemSchema, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { importFile } from '../actions/import-file.ts';
import { importPeople } from '../actions/import-people.ts';
import { listImports, undoImport } from '../actions/undo-import.ts';
import { problemOf } from '../problems.ts';
import {
  ImportBodySchema,
  ImportFileQuery,
  ImportReportSchema,
  ImportsSchema,
  UndoneSchema,
} from './import-schemas.ts';
import { answer, body, OneParams, sendable, WorkspaceParams } from './schemas.ts';

const PATH = '/api/workspaces/{workspaceId}/relations/imports';
const tags = ['relations'];
const bytes = z.any().openapi({ type: 'string', format: 'binary' });

/** Lists of people and of what passed between them, from a file. */
export const importRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: PATH,
        tags,
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
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${PATH}/file`,
        tags,
        summary:
          'The same from a file: CSV, GraphML, a list of an archive, or the archive; 20 MB at most, its bytes as the body',
        request: {
          params: WorkspaceParams,
          query: ImportFileQuery,
          body: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
        },
        responses: {
          ...problemResponses,
          200: answer('What was read, and what is wrong in it', ImportReportSchema),
          413: {
            description: 'Too large',
            content: { 'application/problem+json': { schema: ProblemSchema } },
          },
        },
      }),
      async (context) => {
        const { dryRun, ...asked } = context.req.valid('query');
        const given = new Uint8Array(await context.req.arrayBuffer());
        const done = await importFile(platform, context.var.actor, {
          ...asked,
          bytes: given,
          dryRun: dryRun === 'true',
        });
        if (!done.ok) return problemResponse(context, problemOf(done.error));
        return context.json(sendable(done.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: PATH,
        tags,
        summary: 'The lists that were brought in, the latest first',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The imports', ImportsSchema) },
      }),
      async (context) => {
        const read = await listImports(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error));
        return context.json(sendable({ imports: read.value }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${PATH}/{id}/undo`,
        tags,
        summary: 'Take an import back; who has spoken since stays',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('Taken back', UndoneSchema) },
      }),
      async (context) => {
        const undone = await undoImport(platform, context.var.actor, context.req.valid('param').id);
        if (!undone.ok) return problemResponse(context, problemOf(undone.error));
        return context.json(undone.value, 200);
      },
    );
