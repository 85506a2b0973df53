import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import {
  addSavedView,
  changeSavedView,
  keepSnippet,
  listSavedViews,
  listSnippets,
  removeSavedView,
  removeSnippet,
} from '../actions/keep-snippets.ts';
import type { Desk } from '../model/correspondent.ts';
import { problemOf } from '../problems.ts';
import { VersionSchema } from './desk-schemas.ts';
import { answer, body, storable, WorkspaceParams } from './schemas.ts';

const HERE = '/api/workspaces/{workspaceId}';
const tags = ['conversation'];
const done = { description: 'Done' };
const SnippetParams = WorkspaceParams.extend({ snippetId: z.uuid() });
const SavedViewParams = WorkspaceParams.extend({ savedViewId: z.uuid() });

const NewSnippetSchema = z.object({
  name: storable(60).trim().min(1),
  body: storable(20_000).trim().min(1).openapi({
    description: 'Places in braces are filled in when it is used: {nome} {azienda} {io} {canale}',
  }),
  teamId: z.uuid().nullable().default(null),
});
const SnippetChangeSchema = NewSnippetSchema.extend({ version: VersionSchema });
const SnippetSchema = NewSnippetSchema.extend({
  id: z.uuid(),
  teamId: z.uuid().nullable(),
  version: z.number().int(),
}).openapi('Snippet');

const NewSavedViewSchema = z.object({
  name: storable(60).trim().min(1),
  search: z
    .record(storable(40).min(1), storable(300))
    .refine((search) => Object.keys(search).length <= 20, 'too many parts'),
});
const SavedViewChangeSchema = NewSavedViewSchema.extend({ version: VersionSchema });
const SavedViewSchema = NewSavedViewSchema.extend({ id: z.uuid(), version: z.number().int() }).openapi(
  'SavedView',
);

/** Words that are said often, and ways of looking at the list that were given a name. */
export const snippetRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>().route('/', snippetsOf(desk)).route('/', savedViewsOf(desk));

const snippetsOf = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/snippets`,
        tags,
        summary: 'Words that we say often',
        request: { params: WorkspaceParams },
        responses: {
          200: answer('Them, by name', z.object({ snippets: z.array(SnippetSchema) })),
          ...problemResponses,
        },
      }),
      async (context) => {
        const listed = await listSnippets(desk, context.var.actor);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
        return context.json({ snippets: [...listed.value] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/snippets`,
        tags,
        summary: 'Add words that we say often',
        request: { params: WorkspaceParams, body: body(NewSnippetSchema) },
        responses: { 201: answer('The snippet', SnippetSchema), ...problemResponses },
      }),
      async (context) => {
        const kept = await keepSnippet(desk, context.var.actor, context.req.valid('json'));
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(kept.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/snippets/{snippetId}`,
        tags,
        summary: 'Change them, if they are still as you saw them',
        request: { params: SnippetParams, body: body(SnippetChangeSchema) },
        responses: { 200: answer('The snippet', SnippetSchema), ...problemResponses },
      }),
      async (context) => {
        const { version, ...wish } = context.req.valid('json');
        const seen = { id: context.req.valid('param').snippetId, version };
        const kept = await keepSnippet(desk, context.var.actor, wish, seen);
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(kept.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${HERE}/snippets/{snippetId}`,
        tags,
        summary: 'Remove them',
        request: { params: SnippetParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const removed = await removeSnippet(desk, context.var.actor, context.req.valid('param').snippetId);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );

const savedViewsOf = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/saved-views`,
        tags,
        summary: 'My ways of looking at the list',
        request: { params: WorkspaceParams },
        responses: {
          200: answer('Them, by name', z.object({ views: z.array(SavedViewSchema) })),
          ...problemResponses,
        },
      }),
      async (context) => {
        const listed = await listSavedViews(desk, context.var.actor);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
        const views = listed.value.map((view) => ({ ...view, search: { ...view.search } }));
        return context.json({ views }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/saved-views`,
        tags,
        summary: 'Give this way of looking a name',
        request: { params: WorkspaceParams, body: body(NewSavedViewSchema) },
        responses: { 201: answer('The view', SavedViewSchema), ...problemResponses },
      }),
      async (context) => {
        const added = await addSavedView(desk, context.var.actor, context.req.valid('json'));
        if (!added.ok) return problemResponse(context, problemOf(added.error, requestLanguage(context)));
        return context.json({ ...added.value, search: { ...added.value.search } }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/saved-views/{savedViewId}`,
        tags,
        summary: 'Give it another name, or let it show something else',
        request: { params: SavedViewParams, body: body(SavedViewChangeSchema) },
        responses: { 200: answer('The view', SavedViewSchema), ...problemResponses },
      }),
      async (context) => {
        const view = { id: context.req.valid('param').savedViewId, ...context.req.valid('json') };
        const kept = await changeSavedView(desk, context.var.actor, view);
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json({ ...kept.value, search: { ...kept.value.search } }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${HERE}/saved-views/{savedViewId}`,
        tags,
        summary: 'Forget it',
        request: { params: SavedViewParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const { savedViewId } = context.req.valid('param');
        const removed = await removeSavedView(desk, context.var.actor, savedViewId);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    );
