import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CompanyReader } from '../actions/company-reader.ts';
import { correctReading, type Said } from '../actions/correct-reading.ts';
import { type CorrectionView, listCorrections } from '../actions/list-corrections.ts';
import { withdrawCorrection } from '../actions/withdraw-correction.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  CorrectedSchema,
  CorrectionSchema,
  CorrectionViewSchema,
  LogQuery,
  LogSchema,
  OneParams,
  WorkspaceParams,
} from './schemas.ts';
import { sendable } from './sendable.ts';

const BASE = '/api/workspaces/{workspaceId}';
const tags = ['understanding'];

/** What people say of how texts were read, and the log of it. */
export const correctionRoutes = (platform: Platform, reader: CompanyReader) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/mentions/{id}/correction`,
        tags,
        summary: 'Say what a mention really says, or that it was read rightly',
        request: { params: OneParams, body: body(CorrectionSchema) },
        responses: { ...problemResponses, 200: answer('The mention as it reads now', CorrectedSchema) },
      }),
      async (context) => {
        const { confirmed, judgement } = context.req.valid('json');
        const said: Said = confirmed ? { confirmed } : { confirmed, judgement };
        const { id } = context.req.valid('param');
        const done = await correctReading(platform, reader, context.var.actor, id, said);
        if (!done.ok) return problemResponse(context, problemOf(done.error, requestLanguage(context)));
        return context.json(done.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${BASE}/corrections`,
        tags,
        summary: 'The log of corrections, the latest first',
        request: { params: WorkspaceParams, query: LogQuery },
        responses: { ...problemResponses, 200: answer('A page', LogSchema) },
      }),
      async (context) => {
        const page = await listCorrections(platform, context.var.actor, context.req.valid('query'));
        if (!page.ok) return problemResponse(context, problemOf(page.error, requestLanguage(context)));
        const { corrections, next } = page.value;
        return context.json(
          { corrections: corrections.map((each) => sendable<CorrectionView>(each)), next },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/corrections/{id}/withdraw`,
        tags,
        summary: 'Take a correction back',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('As it stands now', CorrectionViewSchema) },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const done = await withdrawCorrection(platform, reader, context.var.actor, id);
        if (!done.ok) return problemResponse(context, problemOf(done.error, requestLanguage(context)));
        return context.json(sendable<CorrectionView>(done.value), 200);
      },
    );
