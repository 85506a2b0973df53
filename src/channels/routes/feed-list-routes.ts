import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import {
  notAllowed,
  type Problem,
  ProblemSchema,
  problemResponse,
  problemResponses,
} from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { type FeedListRefusal, listFeeds, takeFeedList } from '../actions/feed-lists.ts';
import type { OpmlProblem } from '../feed/opml.ts';
import { problemWords } from '../words.ts';
import { answer, WorkspaceParams } from './schemas.ts';

const tags = ['channels'];
const path = '/api/workspaces/{workspaceId}/feed-list';
const MAX_BYTES = 5_000_000;

const WordsSchema = z.object({ it: z.string(), en: z.string() });

const FeedLineSchema = z.object({
  /** Its place in the list, from 1, and the line of the file on which it begins. */
  at: z.number().int(),
  line: z.number().int(),
  title: z.string(),
  folders: z.array(z.string()),
  url: z.string().nullable(),
  state: z.enum(['new', 'here', 'added', 'waiting', 'refused']),
  /** Why it was refused, in words. */
  why: WordsSchema.nullable(),
});

const FeedListSchema = z.object({ lines: z.array(FeedLineSchema) }).openapi('FeedList');

const file = z.any().openapi({ type: 'string', format: 'binary' });
const types = ['text/x-opml', 'text/xml', 'application/xml', 'application/octet-stream'];
const files = Object.fromEntries(types.map((type) => [type, { schema: file }]));

/** Lists of feeds, as other readers write and read them (OPML). */
export const feedListRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{ method: 'get', path, tags, summary: 'The feeds of the company as an OPML file' },
        request: { params: WorkspaceParams },
        responses: {
          ...problemResponses,
          200: { description: 'The file', content: { 'text/x-opml': { schema: z.string() } } },
        },
      }),
      async (context) => {
        const listed = await listFeeds(platform, context.var.actor);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error));
        return context.body(listed.value, 200, {
          'content-type': 'text/x-opml; charset=utf-8',
          'content-disposition': 'attachment; filename="feed.opml"',
        });
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path,
          tags,
          summary: 'Read an OPML file line by line; `add` joins up what is new',
        },
        request: {
          params: WorkspaceParams,
          query: z.object({
            add: z.enum(['true', 'false']).default('false'),
            /** Those up to this place in the list (`at`) are not tried again. */
            after: z.coerce.number().int().min(0).max(10_000_000).default(0),
          }),
          body: { required: true, content: files },
        },
        responses: {
          ...problemResponses,
          200: answer('What each line is, or became', FeedListSchema),
          413: {
            description: 'Too large',
            content: { 'application/problem+json': { schema: ProblemSchema } },
          },
        },
      }),
      async (context) => {
        const bytes = new Uint8Array(await context.req.arrayBuffer());
        if (bytes.length > MAX_BYTES) return problemResponse(context, unreadable('too-large'));
        const { add, after } = context.req.valid('query');
        const taken = await takeFeedList(platform, context.var.actor, bytes, { add: add === 'true', after });
        if (!taken.ok) return problemResponse(context, problemOf(taken.error));
        const lines = taken.value.map((line) => ({
          ...{ at: line.at, line: line.line, title: line.title, folders: [...line.folders] },
          ...{ url: line.url ?? null, state: line.state, why: whyOf(line) },
        }));
        return context.json({ lines }, 200);
      },
    );

const whyOf = (line: {
  readonly problem?: keyof typeof lineWords;
  readonly refusal?: keyof typeof problemWords | 'wrong-values';
}) => {
  if (line.problem) return lineWords[line.problem];
  if (line.refusal === undefined) return null;
  return line.refusal === 'wrong-values' ? lineWords['bad-address'] : problemWords[line.refusal].title;
};

const lineWords = {
  'no-address': { it: 'Manca l’indirizzo del feed.', en: 'The address of the feed is missing.' },
  'bad-address': { it: 'L’indirizzo non è di una pagina web.', en: 'The address is not one of a web page.' },
  twice: { it: 'Lo stesso indirizzo sta già più su.', en: 'The same address stands above.' },
};

const problemOf = (refusal: FeedListRefusal): Problem =>
  refusal.kind === 'not-allowed' ? notAllowed : unreadable(refusal.problem);

const unreadable = (problem: OpmlProblem): Problem => ({
  status: problem === 'too-large' ? 413 : 422,
  code: `feed-list-${problem}`,
  title: titles[problem],
  detail: {
    it: 'Serve un file OPML: di solito il programma dove seguivi i siti lo esporta dalle impostazioni.',
    en: 'An OPML file is needed: the program in which you followed the sites usually exports it from its settings.',
  },
});

const titles: Readonly<Record<OpmlProblem, Problem['title']>> = {
  'not-opml': { it: 'Questo file non è un elenco di feed.', en: 'This file is not a list of feeds.' },
  empty: { it: 'In questo elenco non c’è nessun feed.', en: 'There is no feed in this list.' },
  'too-large': {
    it: 'Il file è troppo grande: al massimo 5 MB.',
    en: 'The file is too large: 5 MB at most.',
  },
  'too-deep': {
    it: 'Il file ha troppe cartelle una dentro l’altra.',
    en: 'The file has too many folders in each other.',
  },
  entities: {
    it: 'Il file dichiara entità XML, che non leggiamo.',
    en: 'The file declares XML entities, which are not read.',
  },
};
