import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readLog, readRuns } from '../actions/read-log.ts';
import { applyRule, orderRun, tryRule, undoRule, viewRun } from '../actions/start-run.ts';
import { runOrders } from '../model/run.ts';
import { problemOf } from '../problems.ts';
import { LogSchema } from './deed-schemas.ts';
import {
  answer,
  BodySchema,
  body,
  RuleParams,
  RunParams,
  RunSchema,
  ThreadParams,
  WorkspaceParams,
} from './schemas.ts';
import { deedView, runView } from './views.ts';

const WORKSPACE = '/api/workspaces/{workspaceId}';
const tags = ['rules'];
const LogQuery = z.object({ before: z.uuid().optional() });
/** In this century. */
const Moment = z.iso.datetime().refine((text) => text >= '2000' && text < '2100', 'not in this century');

const ApplySchema = z.object({
  days: z
    .number()
    .int()
    .min(1)
    .max(3_650)
    .nullable()
    .openapi({ description: 'Moved in so many days; null: all' }),
  open: z.boolean().openapi({ description: 'Only those that are not over' }),
});
const UndoSchema = z.union([
  z.strictObject({ runId: z.uuid() }),
  z.strictObject({ from: Moment, to: Moment }),
]);

/** Rules over what is already there, and what they did. */
export const runRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${WORKSPACE}/rules/trials`,
        tags,
        summary: 'Try a rule on the last month: nothing is changed',
        request: { params: WorkspaceParams, body: body(z.object({ body: BodySchema })) },
        responses: { ...problemResponses, 201: answer('How far it is', RunSchema) },
      }),
      async (context) => {
        const { body: rule } = context.req.valid('json');
        const begun = await tryRule(platform, context.var.actor, rule, requestLanguage(context));
        return begun.ok
          ? context.json(runView(begun.value), 201)
          : problemResponse(context, problemOf(begun.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WORKSPACE}/rules/{ruleId}/applications`,
        tags,
        summary: 'Apply a rule to what is already there: only order is made, nobody is told',
        request: { params: RuleParams, body: body(ApplySchema) },
        responses: { ...problemResponses, 201: answer('How far it is', RunSchema) },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const wish = context.req.valid('json');
        const begun = await applyRule(platform, context.var.actor, ruleId, wish, requestLanguage(context));
        return begun.ok
          ? context.json(runView(begun.value), 201)
          : problemResponse(context, problemOf(begun.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WORKSPACE}/rules/{ruleId}/undo`,
        tags,
        summary: 'Take back what a rule did in a time or in one run; what somebody has changed since stays',
        request: { params: RuleParams, body: body(UndoSchema) },
        responses: { ...problemResponses, 201: answer('How far it is', RunSchema) },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const wish = context.req.valid('json');
        const of = 'runId' in wish ? wish : { from: new Date(wish.from), to: new Date(wish.to) };
        const begun = await undoRule(platform, context.var.actor, ruleId, of);
        return begun.ok
          ? context.json(runView(begun.value), 201)
          : problemResponse(context, problemOf(begun.error));
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${WORKSPACE}/rule-runs/{runId}`,
        tags,
        summary: 'How far a run of a rule is',
        request: { params: RunParams },
        responses: { ...problemResponses, 200: answer('How far it is', RunSchema) },
      }),
      async (context) => {
        const run = await viewRun(platform, context.var.actor, context.req.valid('param').runId);
        return run.ok
          ? context.json(runView(run.value), 200)
          : problemResponse(context, problemOf(run.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${WORKSPACE}/rule-runs/{runId}/orders`,
        tags,
        summary: 'Pause, resume or stop a run',
        request: { params: RunParams, body: body(z.object({ order: z.enum(runOrders) })) },
        responses: { ...problemResponses, 200: answer('How far it is', RunSchema) },
      }),
      async (context) => {
        const { runId } = context.req.valid('param');
        const ordered = await orderRun(platform, context.var.actor, runId, context.req.valid('json').order);
        return ordered.ok
          ? context.json(runView(ordered.value), 200)
          : problemResponse(context, problemOf(ordered.error));
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${WORKSPACE}/rules/{ruleId}/runs`,
        tags,
        summary: 'The latest runs of a rule over what was there',
        request: { params: RuleParams },
        responses: { ...problemResponses, 200: answer('The runs', z.object({ runs: z.array(RunSchema) })) },
      }),
      async (context) => {
        const runs = await readRuns(platform, context.var.actor, context.req.valid('param').ruleId);
        if (!runs.ok) return problemResponse(context, problemOf(runs.error));
        return context.json({ runs: runs.value.map((run) => runView({ ...run, examples: [] })) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${WORKSPACE}/rules/{ruleId}/deeds`,
        tags,
        summary: 'What a rule did, to which conversation and why',
        request: { params: RuleParams, query: LogQuery },
        responses: { ...problemResponses, 200: answer('The latest first', LogSchema) },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const before = context.req.valid('query').before ?? null;
        const log = await readLog(platform, context.var.actor, { ruleId }, before);
        if (!log.ok) return problemResponse(context, problemOf(log.error));
        return context.json({ deeds: log.value.deeds.map(deedView), next: log.value.next }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${WORKSPACE}/threads/{threadId}/deeds`,
        tags,
        summary: 'What rules did to a conversation and why',
        request: { params: ThreadParams, query: LogQuery },
        responses: { ...problemResponses, 200: answer('The latest first', LogSchema) },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const before = context.req.valid('query').before ?? null;
        const log = await readLog(platform, context.var.actor, { threadId }, before);
        if (!log.ok) return problemResponse(context, problemOf(log.error));
        return context.json({ deeds: log.value.deeds.map(deedView), next: log.value.next }, 200);
      },
    );
