import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { joinCases } from '../actions/join-cases.ts';
import { addMentions } from '../actions/join-mentions.ts';
import { openCase } from '../actions/open-case.ts';
import { type AskedStep, takeStep } from '../actions/take-step.ts';
import { problems } from '../problems.ts';
import { CASES } from './case-routes.ts';
import {
  answer,
  body,
  CaseParams,
  JoinSchema,
  MentionIdsSchema,
  type StepSchema,
  TakeStepSchema,
  WorkspaceParams,
} from './schemas.ts';

const tags = ['care'];
const VersionSchema = z.object({ version: z.number().int(), state: z.string() });

/** What is done with cases. */
export const stepRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: CASES,
        tags,
        summary: 'Say that these mentions are a complaint; if one is in a case, that is the case',
        request: { params: WorkspaceParams, body: body(MentionIdsSchema) },
        responses: {
          ...problemResponses,
          200: answer('The case', z.object({ caseId: z.uuid(), isNew: z.boolean() })),
        },
      }),
      async (context) => {
        const { mentionIds } = context.req.valid('json');
        const opened = await openCase(platform, context.var.actor, mentionIds);
        return opened.ok
          ? context.json(opened.value, 200)
          : problemResponse(context, problems[opened.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${CASES}/{caseId}/steps`,
        tags,
        summary: 'Do one thing with a case, if it is still as you saw it',
        request: { params: CaseParams, body: body(TakeStepSchema) },
        responses: { ...problemResponses, 200: answer('The case is now', VersionSchema) },
      }),
      async (context) => {
        const { version, step } = context.req.valid('json');
        const { caseId } = context.req.valid('param');
        const taken = await takeStep(platform, context.var.actor, caseId, { version, step: asked(step) });
        return taken.ok
          ? context.json({ version: taken.value.version, state: taken.value.state }, 200)
          : problemResponse(context, problems[taken.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${CASES}/{caseId}/mentions`,
        tags,
        summary: 'More that was said of the same story',
        request: { params: CaseParams, body: body(MentionIdsSchema) },
        responses: {
          ...problemResponses,
          200: answer(
            'The case holds now',
            z.object({ mentions: z.number().int(), version: z.number().int() }),
          ),
        },
      }),
      async (context) => {
        const { mentionIds } = context.req.valid('json');
        const { caseId } = context.req.valid('param');
        const added = await addMentions(platform, context.var.actor, caseId, mentionIds);
        return added.ok
          ? context.json(added.value, 200)
          : problemResponse(context, problems[added.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${CASES}/{caseId}/join`,
        tags,
        summary: 'Two cases are one story: the other goes on in this one',
        request: { params: CaseParams, body: body(JoinSchema) },
        responses: { ...problemResponses, 204: { description: 'They are one' } },
      }),
      async (context) => {
        const { version, otherCaseId, otherVersion } = context.req.valid('json');
        const { caseId } = context.req.valid('param');
        const joined = await joinCases(
          platform,
          context.var.actor,
          { caseId, version },
          { caseId: otherCaseId, version: otherVersion },
        );
        return joined.ok ? context.body(null, 204) : problemResponse(context, problems[joined.error.kind]);
      },
    );

/** Steps that a person takes by hand name no mention: those are noted by the product when it hears them. */
const asked = (step: z.infer<typeof StepSchema>): AskedStep => {
  switch (step.step) {
    case 'acknowledge':
    case 'answer':
    case 'confirm':
    case 'reopen':
      return { ...step, mentionId: null };
    case 'undo':
      return { ...step, into: null };
    default:
      return step;
  }
};
