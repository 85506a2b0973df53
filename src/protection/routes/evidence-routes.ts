import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PeopleEnv } from '../../people/index.ts';
import { ProblemSchema, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { addFile, collectAgain, readFile, readRecord } from '../actions/keep-evidence.ts';
import { makeEvidencePack } from '../actions/make-evidence-pack.ts';
import { safeName } from '../model/evidence-pack.ts';
import { evidenceFileTypes } from '../model/file-type.ts';
import { problems } from '../problems.ts';
import { REPORTS } from './report-routes.ts';
import { answer, EvidenceParams, FileParams, line, RecordSchema, ReportParams } from './schemas.ts';

const REPORT = `${REPORTS}/{reportId}` as const;
const tags = ['protection'];
const bytes = z.any().openapi({ type: 'string', format: 'binary' });
const files = Object.fromEntries(
  evidenceFileTypes.map((type) => [type.split(';')[0] ?? type, { schema: bytes }]),
);
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** Evidence: collected, added to, read, taken away as a pack. Each look at its words is written down. */
export const evidenceRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: `${REPORT}/evidence`,
          tags,
          summary: 'Look again: is it still there, and how does it read now',
        },
        request: { params: ReportParams },
        responses: {
          ...problemResponses,
          201: answer('What was kept', z.object({ found: z.number().int() })),
        },
      }),
      async (context) => {
        const looked = await collectAgain(platform, context.var.actor, context.req.valid('param').reportId);
        if (!looked.ok) return problemResponse(context, problems[looked.error.kind]);
        return context.json(looked.value, 201);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${REPORT}/evidence/{evidenceId}`,
          tags,
          summary: 'The words of a piece of evidence; the look is written down',
        },
        request: { params: EvidenceParams },
        responses: { ...problemResponses, 200: answer('As it was kept', RecordSchema) },
      }),
      async (context) => {
        const { reportId, evidenceId } = context.req.valid('param');
        const read = await readRecord(platform, context.var.actor, reportId, evidenceId);
        return read.ok ? context.json(read.value, 200) : problemResponse(context, problems[read.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${REPORT}/pack`,
          tags,
          summary: 'The evidence pack, signed: a ZIP that reads by itself',
        },
        request: { params: ReportParams },
        responses: {
          ...problemResponses,
          200: { description: 'The pack', content: { 'application/zip': { schema: bytes } } },
        },
      }),
      async (context) => {
        const made = await makeEvidencePack(platform, context.var.actor, context.req.valid('param').reportId);
        if (!made.ok) return problemResponse(context, problems[made.error.kind]);
        return download(context, made.value.zip, 'application/zip', made.value.name);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: `${REPORT}/files`,
          tags,
          summary: 'Add a picture of the screen or a paper: 10 MB at most, its bytes as the body',
        },
        request: {
          params: ReportParams,
          query: z.object({ name: line(200).default('') }),
          body: { required: true, content: files },
        },
        responses: {
          ...problemResponses,
          201: answer('It is kept', z.object({ fileId: z.uuid(), mediaType: z.string() })),
          413: refused('Too large'),
          415: refused('Not a file that we take'),
        },
      }),
      async (context) => {
        const content = Buffer.from(await context.req.arrayBuffer());
        const { reportId } = context.req.valid('param');
        const { name } = context.req.valid('query');
        const added = await addFile(platform, context.var.actor, reportId, { name, bytes: content });
        return added.ok
          ? context.json(added.value, 201)
          : problemResponse(context, problems[added.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${REPORT}/files/{fileId}`,
          tags,
          summary: 'A file of the evidence; the look is written down',
        },
        request: { params: FileParams },
        responses: {
          ...problemResponses,
          200: { description: 'Its bytes', content: { 'application/octet-stream': { schema: bytes } } },
        },
      }),
      async (context) => {
        const { reportId, fileId } = context.req.valid('param');
        const read = await readFile(platform, context.var.actor, reportId, fileId);
        if (!read.ok) return problemResponse(context, problems[read.error.kind]);
        return download(context, read.value.content, read.value.mediaType, safeName(read.value.name));
      },
    );

/** Always as a file to keep: nothing of others is ever shown as a page of ours. */
const download = (context: Context, content: Buffer, type: string, name: string) =>
  context.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }) as never;
