import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { listCompanyCases, readThreadCase } from '../actions/list-cases.ts';
import { readCase, readCaseMentions } from '../actions/read-case.ts';
import { problems } from '../problems.ts';
import { caseViews } from '../store/case-list.ts';
import {
  answer,
  CaseDetailSchema,
  CaseMentionsSchema,
  CasePageSchema,
  CaseParams,
  CaseSummarySchema,
  PlaceSchema,
  placeOf,
  ThreadParams,
  WorkspaceParams,
} from './schemas.ts';

export const CASES = '/api/workspaces/{workspaceId}/cases';
const tags = ['care'];

const ListQuery = z.object({
  view: z.enum(caseViews).default('open'),
  causeId: z.uuid().optional(),
  search: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed(), 'not readable')
    .optional(),
  before: PlaceSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

/** Cases, as they are read. */
export const caseRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: CASES,
        tags,
        summary: 'Complaints as cases, the latest first',
        request: { params: WorkspaceParams, query: ListQuery },
        responses: { ...problemResponses, 200: answer('A page of cases', CasePageSchema) },
      }),
      async (context) => {
        const { before, search, ...query } = context.req.valid('query');
        const filter = { ...query, before: placeOf(before), search: search || undefined };
        const list = await listCompanyCases(platform, context.var.actor, filter);
        if (!list.ok) return problemResponse(context, problems[list.error.kind]);
        const { next, ...page } = list.value;
        return context.json({ ...page, next: next && `${next.at.getTime()}.${next.id}` }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${CASES}/{caseId}`,
        tags,
        summary: 'A case with its whole story',
        request: { params: CaseParams },
        responses: { ...problemResponses, 200: answer('The case', CaseDetailSchema) },
      }),
      async (context) => {
        const found = await readCase(platform, context.var.actor, context.req.valid('param').caseId);
        return found.ok
          ? context.json(found.value, 200)
          : problemResponse(context, problems[found.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${CASES}/{caseId}/mentions`,
        tags,
        summary: 'What was said in a case, the oldest first',
        request: { params: CaseParams, query: z.object({ after: PlaceSchema.optional() }) },
        responses: { ...problemResponses, 200: answer('A page of mentions', CaseMentionsSchema) },
      }),
      async (context) => {
        const place = placeOf(context.req.valid('query').after);
        const after = place && { saidAt: place.at, id: place.id };
        const { caseId } = context.req.valid('param');
        const page = await readCaseMentions(platform, context.var.actor, caseId, after);
        return page.ok ? context.json(page.value, 200) : problemResponse(context, problems[page.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/threads/{threadId}/case',
        tags,
        summary: 'The case of a conversation; null when it has none',
        request: { params: ThreadParams },
        responses: {
          ...problemResponses,
          200: answer('The case', z.object({ case: CaseSummarySchema.nullable() })),
        },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const found = await readThreadCase(platform, context.var.actor, threadId);
        return found.ok
          ? context.json({ case: found.value }, 200)
          : problemResponse(context, problems[found.error.kind]);
      },
    );
