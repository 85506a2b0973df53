import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { dismissSuggestion, mergeContacts, undoMerge } from '../actions/merge-contacts.ts';
import { suggestMerges } from '../actions/suggest-merges.ts';
import { problemOf } from '../problems.ts';
import { MadeSchema, MergeSchema, PairSchema, SuggestionsSchema } from './contact-schemas.ts';
import { answer, body, OneParams, sendable, WorkspaceParams } from './schemas.ts';

const BASE = '/api/workspaces/{workspaceId}';
const tags = ['relations'];

/** Making two people one, on a human's word alone, and taking it back. */
export const mergeRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${BASE}/contacts/suggestions`,
        tags,
        summary: 'Pairs who may be one person, with what speaks for it',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The pairs', SuggestionsSchema) },
      }),
      async (context) => {
        const found = await suggestMerges(platform, context.var.actor);
        if (!found.ok) return problemResponse(context, problemOf(found.error));
        return context.json({ suggestions: sendable([...found.value]) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/contacts/{id}/merge`,
        tags,
        summary: 'Say that another is the same person',
        request: { params: OneParams, body: body(MergeSchema) },
        responses: {
          ...problemResponses,
          201: answer('The merge, to undo it by', MadeSchema.extend({ mergeId: z.uuid() })),
        },
      }),
      async (context) => {
        const { id } = context.req.valid('param');
        const merged = await mergeContacts(platform, context.var.actor, id, context.req.valid('json'));
        if (!merged.ok) return problemResponse(context, problemOf(merged.error));
        return context.json({ id: merged.value, mergeId: merged.value }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/merges/{id}/undo`,
        tags,
        summary: 'Take a merge back: both are there again',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'Taken apart' } },
      }),
      async (context) => {
        const undone = await undoMerge(platform, context.var.actor, context.req.valid('param').id);
        if (!undone.ok) return problemResponse(context, problemOf(undone.error));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/suggestions/dismiss`,
        tags,
        summary: 'Say that two are not the same person',
        request: { params: WorkspaceParams, body: body(PairSchema) },
        responses: { ...problemResponses, 204: { description: 'Not proposed again' } },
      }),
      async (context) => {
        const told = await dismissSuggestion(platform, context.var.actor, context.req.valid('json'));
        if (!told.ok) return problemResponse(context, problemOf(told.error));
        return context.body(null, 204);
      },
    );
