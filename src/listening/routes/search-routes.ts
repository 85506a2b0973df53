import { createRoute, z } from '@hono/zod-openapi';
import { may, type PeopleEnv } from '../../people/index.ts';
import {
  notAllowed,
  notFound,
  type Problem,
  problemResponse,
  problemResponses,
} from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  changeSavedSearch,
  listSavedSearches,
  removeSavedSearch,
  type SavedSearch,
  type SavedSearchRefusal,
  saveSearch,
} from '../actions/keep-searches.ts';
import { search } from '../actions/search.ts';
import type { ThreadsOf } from '../actions/threads-of.ts';
import { SearchAskedSchema } from '../model/search/search-asked.ts';
import { readSearchPlace, SEARCH_PLACE_PATTERN } from '../model/search/search-place.ts';
import { answer, body, ListedMentionSchema, OneParams, typed, WorkspaceParams } from './schemas.ts';

const SAVED = '/api/workspaces/{workspaceId}/saved-searches';
const tags = ['listening'];

const tooMany: Problem = {
  status: 422,
  code: 'too-many-searches',
  title: {
    it: 'Hai già tante ricerche salvate: togline qualcuna.',
    en: 'You have many saved searches already: remove some.',
  },
};
const notYours: Problem = {
  status: 403,
  code: 'not-your-search',
  title: {
    it: 'Questa ricerca è di un collega: può cambiarla solo chi l’ha salvata.',
    en: 'This search is a colleague’s: only who saved it can change it.',
  },
};

const SearchQuery = SearchAskedSchema.extend({
  after: z
    .string()
    .regex(SEARCH_PLACE_PATTERN)
    .optional()
    .openapi({ description: 'The `next` of the page before' })
    .transform((place) => (place === undefined ? undefined : readSearchPlace(place))),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const SearchPageSchema = z
  .object({
    mentions: z.array(ListedMentionSchema),
    readAs: z
      .array(z.object({ typed: z.string(), stems: z.array(z.string()) }))
      .openapi({ description: 'Words that nobody has said, and the stems that were looked for as well' }),
    next: z.string().nullable(),
  })
  .openapi('SearchPage');

const NewSavedSearchSchema = z.object({
  name: typed(120).pipe(z.string().trim().min(1)),
  isShared: z.boolean(),
  search: SearchAskedSchema,
});
const SavedSearchSchema = NewSavedSearchSchema.extend({
  id: z.uuid(),
  isMine: z.boolean(),
  updatedAt: z.iso.datetime(),
}).openapi('SavedSearch');

const refused = (refusal: SavedSearchRefusal): Problem =>
  refusal.kind === 'not-yours' ? notYours : notFound;

/** The whole memory by words and filters, and the searches that people keep. */
export const searchRoutes = (platform: Platform, threadsOf: ThreadsOf) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/search',
        tags,
        summary: 'Search everything that was heard',
        request: { params: WorkspaceParams, query: SearchQuery },
        responses: { ...problemResponses, 200: answer('A page', SearchPageSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const { after, limit, ...asked } = context.req.valid('query');
        const page = await search(platform, actor.workspaceId, asked, { after, limit }, threadsOf);
        return context.json(page as z.infer<typeof SearchPageSchema>, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: SAVED,
        tags,
        summary: 'My saved searches, and those of everybody',
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: answer('The searches', z.object({ searches: z.array(SavedSearchSchema) })),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const searches = (await listSavedSearches(platform, actor)) as SavedSearch[];
        return context.json({ searches }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: SAVED,
        tags,
        summary: 'Keep a search',
        request: { params: WorkspaceParams, body: body(NewSavedSearchSchema) },
        responses: { ...problemResponses, 201: answer('It is kept', SavedSearchSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const saved = await saveSearch(platform, actor, context.req.valid('json'));
        return saved.ok ? context.json(saved.value, 201) : problemResponse(context, tooMany);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${SAVED}/{id}`,
        tags,
        summary: 'Change a saved search of mine',
        request: { params: OneParams, body: body(NewSavedSearchSchema.partial()) },
        responses: { ...problemResponses, 200: answer('The search', SavedSearchSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const { name, isShared, search: asked } = context.req.valid('json');
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(isShared === undefined ? {} : { isShared }),
          ...(asked === undefined ? {} : { search: asked }),
        };
        const changed = await changeSavedSearch(platform, actor, context.req.valid('param').id, change);
        return changed.ok
          ? context.json(changed.value, 200)
          : problemResponse(context, refused(changed.error));
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${SAVED}/{id}`,
        tags,
        summary: 'Remove a saved search of mine',
        request: { params: OneParams },
        responses: { ...problemResponses, 204: { description: 'It is gone' } },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const removed = await removeSavedSearch(platform, actor, context.req.valid('param').id);
        return removed.ok ? context.body(null, 204) : problemResponse(context, refused(removed.error));
      },
    );
