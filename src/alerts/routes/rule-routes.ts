import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeRule, previewRule, readCompanyRules } from '../actions/change-rules.ts';
import { countingKinds } from '../model/kinds.ts';
import { problems } from '../problems.ts';
import {
  answer,
  body,
  RuleChangeSchema,
  RuleParams,
  RulePreviewSchema,
  RuleSchema,
  WorkspaceParams,
} from './schemas.ts';

const RULES = '/api/workspaces/{workspaceId}/alert-rules';
const tags = ['alerts'];

/** Of what the company wants to be told, and how surely. */
export const ruleRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: RULES,
        tags,
        summary: 'Of what the company is told',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The rules', z.object({ rules: z.array(RuleSchema) })),
        },
      }),
      async (context) => {
        const rules = await readCompanyRules(platform, context.var.actor);
        if (!rules.ok) return problemResponse(context, problems[rules.error.kind]);
        const views = rules.value.map(({ id, watchId, watchName, kind, falseAlarms, leastReach, state }) => ({
          ...{ id, watchId, watchName, kind, falseAlarms, leastReach, state },
          canChoose: countingKinds.has(kind),
        }));
        return context.json({ rules: views }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${RULES}/{ruleId}`,
        tags,
        summary: 'Turn a rule on or off, choose how many false alarms it may give',
        request: { params: RuleParams, body: body(RuleChangeSchema) },
        responses: { ...problemResponses, 204: { description: 'Changed' } },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const changed = await changeRule(platform, context.var.actor, ruleId, context.req.valid('json'));
        return changed.ok ? context.body(null, 204) : problemResponse(context, problems[changed.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${RULES}/{ruleId}/preview`,
        tags,
        summary: 'How often the rule would have told somebody in the last 90 days',
        request: { params: RuleParams },
        responses: { ...problemResponses, 200: answer('How often, by choice', RulePreviewSchema) },
      }),
      async (context) => {
        const { ruleId } = context.req.valid('param');
        const preview = await previewRule(platform, context.var.actor, ruleId);
        if (!preview.ok) return problemResponse(context, problems[preview.error.kind]);
        return context.json({ days: preview.value.days, told: preview.value.told }, 200);
      },
    );
