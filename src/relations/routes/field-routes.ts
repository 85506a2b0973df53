import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeField, createField, listFields, readField, removeField } from '../actions/change-fields.ts';
import { followField } from '../actions/follow-field.ts';
import { readGathering } from '../actions/gather-field.ts';
import { graphProblem } from './field-problems.ts';
import {
  answer,
  body,
  FieldBodySchema,
  FieldChangeSchema,
  FieldSchema,
  FieldsSchema,
  FollowSchema,
  GatheringSchema,
  OneParams,
  sendable,
  WorkspaceParams,
} from './field-schemas.ts';

const FIELDS = '/api/workspaces/{workspaceId}/fields';
const tags = ['relations'];

/** Conversations in which the company wants to find its people. */
export const fieldRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: FIELDS,
        tags,
        summary: 'The fields',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('All of them', FieldsSchema) },
      }),
      async (context) => {
        const fields = await listFields(platform, context.var.actor);
        if (!fields.ok) return problemResponse(context, graphProblem(fields.error));
        return context.json({ fields: sendable(fields.value) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: FIELDS,
        tags,
        summary: 'Describe a field',
        request: { params: WorkspaceParams, body: body(FieldBodySchema) },
        responses: { ...problemResponses, 201: answer('The field', FieldSchema) },
      }),
      async (context) => {
        const { band, ...field } = context.req.valid('json');
        const made = await createField(platform, context.var.actor, { ...field, ...bandOf(band) });
        if (!made.ok) return problemResponse(context, graphProblem(made.error));
        return context.json(sendable(made.value), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${FIELDS}/{id}`,
        tags,
        summary: 'One field',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The field', FieldSchema) },
      }),
      async (context) => {
        const field = await readField(platform, context.var.actor, context.req.valid('param').id);
        if (!field.ok) return problemResponse(context, graphProblem(field.error));
        return context.json(sendable(field.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${FIELDS}/{id}`,
        tags,
        summary: 'Change a field',
        request: { params: OneParams, body: body(FieldChangeSchema) },
        responses: { ...problemResponses, 200: answer('The field', FieldSchema) },
      }),
      async (context) => {
        const { band, ...rest } = context.req.valid('json');
        const change = given({ ...rest, ...(band ? bandOf(band) : {}) });
        const changed = await changeField(platform, context.var.actor, context.req.valid('param').id, change);
        if (!changed.ok) return problemResponse(context, graphProblem(changed.error));
        return context.json(sendable(changed.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${FIELDS}/{id}`,
        tags,
        summary: 'Remove a field with its teams',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Removed' } },
      }),
      async (context) => {
        const removed = await removeField(platform, context.var.actor, context.req.valid('param').id);
        if (!removed.ok) return problemResponse(context, graphProblem(removed.error));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${FIELDS}/{id}/gathering`,
        tags,
        summary: 'How much of its conversation there is, and whether it is enough',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The figures, in words too', GatheringSchema) },
      }),
      async (context) => {
        const gathered = await readGathering(platform, context.var.actor, context.req.valid('param').id);
        if (!gathered.ok) return problemResponse(context, graphProblem(gathered.error));
        return context.json(sendable(gathered.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${FIELDS}/{id}/follow`,
        tags,
        summary: 'Month by month: what we said, what came back, how the web got denser',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('The months, the oldest first', FollowSchema) },
      }),
      async (context) => {
        const months = await followField(platform, context.var.actor, context.req.valid('param').id);
        if (!months.ok) return problemResponse(context, graphProblem(months.error));
        return context.json({ months: sendable(months.value) }, 200);
      },
    );

const bandOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  bandFrom: from,
  bandTo: to,
});

type Given<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

/** Without what was left unsaid. */
const given = <Value extends object>(value: Value): Given<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Given<Value>;
