import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addImport, receivePart } from '../actions/add-import.ts';
import { configureImport, steerImport } from '../actions/steer-import.ts';
import { previewImport, viewImport, viewImports } from '../actions/view-imports.ts';
import { problemOf } from '../problems.ts';
import {
  ImportDetailSchema,
  ImportPreviewSchema,
  ImportSchema,
  LARGEST_PART,
  NewImportSchema,
  OneParams,
  PartQuery,
  present,
  presentDetail,
  presentPreview,
  SettingsSchema,
  StepSchema,
  WorkspaceParams,
} from './schemas.ts';

const path = '/api/workspaces/{workspaceId}/imports';
const onePath = `${path}/{id}` as const;
const tags = ['imports'];

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});
const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
const bytes = z.any().openapi({ type: 'string', format: 'binary' });

/** Past conversation from files: sent in parts, looked at, tried, brought in, taken back. */
export const importRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'get', path, tags, summary: 'The imports of the company, the latest first' },
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('Imports', z.object({ imports: z.array(ImportSchema) })),
        },
      }),
      async (context) => {
        const found = await viewImports(platform, context.var.actor);
        if (!found.ok) return problemResponse(context, problemOf(found.error));
        return context.json({ imports: found.value.map(present) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'post', path, tags, summary: 'Announce a file of past conversation' },
        request: { params: WorkspaceParams, body: body(NewImportSchema) },
        responses: { ...problemResponses, 201: answer('Its bytes may come', ImportSchema) },
      }),
      async (context) => {
        const added = await addImport(platform, context.var.actor, context.req.valid('json'));
        if (!added.ok) return problemResponse(context, problemOf(added.error));
        return context.json(present(added.value), 201);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'get', path: onePath, tags, summary: 'One import, with the rows that it left out' },
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The import', ImportDetailSchema) },
      }),
      async (context) => {
        const found = await viewImport(platform, context.var.actor, context.req.valid('param').id);
        if (!found.ok) return problemResponse(context, problemOf(found.error));
        return context.json(presentDetail(found.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'put', path: `${onePath}/content`, tags },
        summary: `Send the part of the file that begins at an offset: ${LARGEST_PART} bytes at most, in order`,
        request: {
          params: OneParams,
          query: PartQuery,
          body: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
        },
        responses: { ...problemResponses, 200: answer('How far it has come', ImportSchema) },
      }),
      async (context) => {
        const part = new Uint8Array(await context.req.arrayBuffer());
        const { id } = context.req.valid('param');
        const { offset } = context.req.valid('query');
        const taken = await receivePart(platform, context.var.actor, id, { offset, bytes: part });
        if (!taken.ok) return problemResponse(context, problemOf(taken.error));
        return context.json(present(taken.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'put', path: `${onePath}/settings`, tags, summary: 'Say how the file is to be read' },
        request: { params: OneParams, body: body(SettingsSchema) },
        responses: { ...problemResponses, 200: answer('The import', ImportSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const changed = await configureImport(platform, context.var.actor, id, context.req.valid('json'));
        if (!changed.ok) return problemResponse(context, problemOf(changed.error));
        return context.json(present(changed.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'get', path: `${onePath}/preview`, tags },
        summary: 'The beginning of the file as it would come in',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('What was found', ImportPreviewSchema) },
      }),
      async (context) => {
        const found = await previewImport(platform, context.var.actor, context.req.valid('param').id);
        if (!found.ok) return problemResponse(context, problemOf(found.error));
        return context.json(presentPreview(found.value), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ method: 'post', path: `${onePath}/steps`, tags },
        summary: 'Try it, start, pause, go on, take it back, or discard it',
        request: { params: OneParams, body: body(StepSchema) },
        responses: { ...problemResponses, 200: answer('The import', ImportSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const { step } = context.req.valid('json');
        const steered = await steerImport(platform, context.var.actor, id, step);
        if (!steered.ok) return problemResponse(context, problemOf(steered.error));
        return context.json(present(steered.value), 200);
      },
    );
