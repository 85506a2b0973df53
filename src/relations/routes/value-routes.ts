import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeValues, readValues } from '../actions/change-values.ts';
import { type InteractionKind, kindValues } from '../model/interactions/kinds.ts';
import { problemOf } from '../problems.ts';
import { answer, body, sendable, WorkspaceParams } from './schemas.ts';

const PATH = '/api/workspaces/{workspaceId}/relations/values';
const tags = ['relations'];
const kinds = Object.keys(kindValues) as [InteractionKind, ...InteractionKind[]];

const ValuesSchema = z
  .object({ values: z.array(z.object({ kind: z.enum(kinds), value: z.number(), usual: z.number() })) })
  .openapi('KindValues');

/** A hundred answers at most: more would drown all the rest. */
const NewValuesSchema = z.object({
  values: z.partialRecord(z.enum(kinds), z.number().min(0).max(100)),
});

/** What kinds of interaction are worth. */
export const valueRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: PATH,
        tags,
        summary: 'What each kind of interaction is worth here, and what it usually is',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The values', ValuesSchema) },
      }),
      async (context) => {
        const read = await readValues(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error));
        return context.json(sendable({ values: read.value }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: PATH,
        tags,
        summary: 'Say what kinds are worth; the figures are made anew',
        request: { params: WorkspaceParams, body: body(NewValuesSchema) },
        responses: { ...problemResponses, 200: answer('The values', ValuesSchema) },
      }),
      async (context) => {
        const { values } = context.req.valid('json');
        const own = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
        const changed = await changeValues(platform, context.var.actor, own);
        if (!changed.ok) return problemResponse(context, problemOf(changed.error));
        return context.json(sendable({ values: changed.value }), 200);
      },
    );
