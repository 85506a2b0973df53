import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { dropReport } from '../actions/keep-evidence.ts';
import { openReport } from '../actions/open-report.ts';
import { readReport, readReports } from '../actions/read-report.ts';
import { editReport, stepReport } from '../actions/step-report.ts';
import { platformIds } from '../model/platforms.ts';
import { escalations, reportKinds, reportSteps } from '../model/report-states.ts';
import { problems } from '../problems.ts';
import {
  answer,
  body,
  day,
  moment,
  paragraph,
  ReportListSchema,
  ReportParams,
  ReportSchema,
  version,
  WorkspaceParams,
} from './schemas.ts';

export const REPORTS = '/api/workspaces/{workspaceId}/protection/reports';
const REPORT = `${REPORTS}/{reportId}` as const;
const tags = ['protection'];

const NewReportSchema = z
  .object({
    kind: z.enum(reportKinds),
    mentionIds: z.array(z.uuid()).max(200).default([]),
    threadId: z.uuid().optional(),
  })
  .openapi('NewProtectionReport');

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'not readable');

const ChangeSchema = z
  .object({
    version,
    kind: z.enum(reportKinds).optional(),
    platform: z.enum(platformIds as readonly [string, ...string[]]).optional(),
    reasons: paragraph(6_000).optional(),
    visitedOn: day.nullable().optional(),
    url: webAddress.nullable().optional(),
  })
  .openapi('ProtectionReportChange');

const StepSchema = z
  .object({
    version,
    step: z.enum(reportSteps),
    at: moment.optional(),
    note: paragraph(4_000).default(''),
    escalatedTo: z.enum(escalations).optional(),
  })
  .openapi('ProtectionStep');

/** Reports of what is illicit, and what became of them. */
export const reportRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: REPORTS,
          tags,
          summary: 'Reports with their nearest deadline, and what reporting brought',
        },
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The reports', ReportListSchema) },
      }),
      async (context) => {
        const read = await readReports(platform, context.var.actor);
        return read.ok ? context.json(read.value, 200) : problemResponse(context, problems[read.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: REPORTS,
          tags,
          summary: 'Begin a report: the evidence is collected at once',
        },
        request: { params: WorkspaceParams, body: body(NewReportSchema) },
        responses: { ...problemResponses, 201: answer('It is kept', z.object({ reportId: z.uuid() })) },
      }),
      async (context) => {
        const opened = await openReport(platform, context.var.actor, context.req.valid('json'));
        if (!opened.ok) return problemResponse(context, problems[opened.error.kind]);
        return context.json(opened.value, 201);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: REPORT,
          tags,
          summary: 'A report: what is kept, what was done, what comes next by when',
        },
        request: { params: ReportParams },
        responses: { ...problemResponses, 200: answer('The report', ReportSchema) },
      }),
      async (context) => {
        const read = await readReport(platform, context.var.actor, context.req.valid('param').reportId);
        if (!read.ok) return problemResponse(context, problems[read.error.kind]);
        return context.json(read.value, 200);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'patch',
          path: REPORT,
          tags,
          summary: 'Write what is wrong with it, where it is, when they visited',
        },
        request: { params: ReportParams, body: body(ChangeSchema) },
        responses: { ...problemResponses, 204: { description: 'Written' } },
      }),
      async (context) => {
        const { reportId } = context.req.valid('param');
        const edited = await editReport(platform, context.var.actor, reportId, context.req.valid('json'));
        return edited.ok ? context.body(null, 204) : problemResponse(context, problems[edited.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: `${REPORT}/steps`,
          tags,
          summary: 'Write down what happened: reported, answered, escalated, ended',
        },
        request: { params: ReportParams, body: body(StepSchema) },
        responses: { ...problemResponses, 204: { description: 'Written' } },
      }),
      async (context) => {
        const { reportId } = context.req.valid('param');
        const { at, ...step } = context.req.valid('json');
        const wish = { ...step, ...(at ? { at: new Date(at) } : {}) };
        const stepped = await stepReport(platform, context.var.actor, reportId, wish);
        return stepped.ok ? context.body(null, 204) : problemResponse(context, problems[stepped.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'delete',
          path: REPORT,
          tags,
          summary: 'Delete a report with its evidence before its time',
        },
        request: { params: ReportParams },
        responses: { ...problemResponses, 204: { description: 'Gone' } },
      }),
      async (context) => {
        const dropped = await dropReport(platform, context.var.actor, context.req.valid('param').reportId);
        return dropped.ok ? context.body(null, 204) : problemResponse(context, problems[dropped.error.kind]);
      },
    );
