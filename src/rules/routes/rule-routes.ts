import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepRule, listRules, orderRules, removeRule, setRule } from '../actions/keep-rules.ts';
import { takeTemplate } from '../actions/take-template.ts';
import { templates } from '../model/templates.ts';
import { problemOf } from '../problems.ts';
import type { RuleRow } from '../store/rule-rows.ts';
import {
  answer,
  body,
  ChangeSchema,
  RuleParams,
  RuleSchema,
  TemplateParams,
  TemplateSchema,
  WishSchema,
  WorkspaceParams,
} from './schemas.ts';
import { ruleView } from './views.ts';

const RULES = '/api/workspaces/{workspaceId}/rules';
const tags = ['rules'];
const fresh = (row: RuleRow) => ruleView({ ...row, week: { deeds: 0, threads: 0, lastAt: null } });

/** What a company wants done by itself. */
export const ruleRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: RULES,
        tags,
        summary: 'The rules in their order, what each did this week, and ready-made ones',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer(
            'The rules',
            z.object({ rules: z.array(RuleSchema), templates: z.array(TemplateSchema) }),
          ),
        },
      }),
      async (context) => {
        const listed = await listRules(platform, context.var.actor);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error));
        const language = requestLanguage(context);
        const names = new Set(listed.value.map(({ name }) => name));
        return context.json(
          {
            rules: listed.value.map(ruleView),
            templates: templates.map(({ id, name, about }) => ({
              ...{ id, name: name[language], about: about[language] },
              taken: names.has(name.it) || names.has(name.en),
            })),
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: RULES,
        tags,
        summary: 'Add a rule: the last to be asked, and off until it is turned on',
        request: { params: WorkspaceParams, body: body(WishSchema) },
        responses: { ...problemResponses, 201: answer('The rule', RuleSchema) },
      }),
      async (context) => {
        const wish = context.req.valid('json');
        const kept = await keepRule(platform, context.var.actor, wish, {}, requestLanguage(context));
        return kept.ok
          ? context.json(fresh(kept.value), 201)
          : problemResponse(context, problemOf(kept.error));
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${RULES}/order`,
        tags,
        summary: 'In which order rules are asked',
        request: { params: WorkspaceParams, body: body(z.object({ ids: z.array(z.uuid()).max(100) })) },
        responses: { ...problemResponses, 204: { description: 'Ordered' } },
      }),
      async (context) => {
        const ordered = await orderRules(platform, context.var.actor, context.req.valid('json').ids);
        return ordered.ok ? context.body(null, 204) : problemResponse(context, problemOf(ordered.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${RULES}/templates/{templateId}`,
        tags,
        summary: 'Take a ready-made rule: it is on at once, and the company’s own to change',
        request: { params: TemplateParams },
        responses: { ...problemResponses, 201: answer('The rule', RuleSchema) },
      }),
      async (context) => {
        const { templateId } = context.req.valid('param');
        const taken = await takeTemplate(platform, context.var.actor, templateId, requestLanguage(context));
        return taken.ok
          ? context.json(fresh(taken.value), 201)
          : problemResponse(context, problemOf(taken.error));
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${RULES}/{ruleId}`,
        tags,
        summary: 'Change a rule: it begins anew from now on',
        request: { params: RuleParams, body: body(ChangeSchema) },
        responses: { ...problemResponses, 200: answer('The rule', RuleSchema) },
      }),
      async (context) => {
        const { version, ...wish } = context.req.valid('json');
        const { ruleId: id } = context.req.valid('param');
        const kept = await keepRule(
          platform,
          context.var.actor,
          wish,
          { id, version },
          requestLanguage(context),
        );
        return kept.ok
          ? context.json(fresh(kept.value), 200)
          : problemResponse(context, problemOf(kept.error));
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${RULES}/{ruleId}`,
        tags,
        summary: 'Remove a rule; what it did stays, and can be taken back while its log lasts',
        request: { params: RuleParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removeRule(platform, context.var.actor, context.req.valid('param').ruleId);
        return removed.ok ? context.body(null, 204) : problemResponse(context, problemOf(removed.error));
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${RULES}/{ruleId}/state`,
        tags,
        summary: 'Turn a rule on or off',
        request: { params: RuleParams, body: body(z.object({ state: z.enum(['on', 'off']) })) },
        responses: { ...problemResponses, 200: answer('The rule', RuleSchema) },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const { state } = context.req.valid('json');
        const set = await setRule(platform, context.var.actor, ruleId, state, requestLanguage(context));
        return set.ok ? context.json(fresh(set.value), 200) : problemResponse(context, problemOf(set.error));
      },
    );
