import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { listCrises, readCrisis, readCurrent } from '../actions/read-crisis.ts';
import { declareCrisis, takeCrisisStep } from '../actions/take-step.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  CrisisParams,
  CurrentSchema,
  DeclareSchema,
  DetailSchema,
  StepSchema,
  SummarySchema,
  WorkspaceParams,
} from './schemas.ts';

const HERE = '/api/workspaces/{workspaceId}';
const tags = ['crisis'];
const Taken = z.object({ id: z.uuid(), state: z.string(), version: z.number().int() });

/** What a crisis is, and from where to where it goes. */
export const crisisStepRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/crisis`,
        tags,
        summary: 'Whether a crisis is on, its agreed line and who is on duty',
        request: { params: WorkspaceParams },
        responses: { 200: answer('What is on', CurrentSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readCurrent(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(read.value as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/crises`,
        tags,
        summary: 'Crises, the latest first',
        request: { params: WorkspaceParams },
        responses: {
          200: answer('Crises', z.object({ crises: z.array(SummarySchema) })),
          ...problemResponses,
        },
      }),
      async (context) => {
        const read = await listCrises(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json({ crises: [...read.value] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/crises`,
        tags,
        summary: 'Declare a crisis; when one is on already, that one is answered',
        request: { params: WorkspaceParams, body: body(DeclareSchema) },
        responses: { 201: answer('The crisis', Taken), ...problemResponses },
      }),
      async (context) => {
        const { title } = context.req.valid('json');
        const declared = await declareCrisis(platform, context.var.actor, title);
        if (!declared.ok)
          return problemResponse(context, problemOf(declared.error, requestLanguage(context)));
        const { id, state, version } = declared.value;
        return context.json({ id, state, version }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/crises/{crisisId}`,
        tags,
        summary: 'One crisis: line, log, team, status, review',
        request: { params: CrisisParams },
        responses: { 200: answer('The crisis', DetailSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readCrisis(platform, context.var.actor, context.req.valid('param').crisisId);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(read.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/crises/{crisisId}/steps`,
        tags,
        summary: 'Declare a proposed one, dismiss it, close it, reopen it',
        request: { params: CrisisParams, body: body(StepSchema) },
        responses: { 200: answer('The crisis', Taken), ...problemResponses },
      }),
      async (context) => {
        const { crisisId } = context.req.valid('param');
        const taken = await takeCrisisStep(platform, context.var.actor, crisisId, context.req.valid('json'));
        if (!taken.ok) return problemResponse(context, problemOf(taken.error, requestLanguage(context)));
        const { id, state, version } = taken.value;
        return context.json({ id, state, version }, 200);
      },
    );
