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
import { addByHand, type HandWritten } from '../actions/add-by-hand.ts';
import type { ReaderOf } from '../actions/ingest-input.ts';
import { readPage } from '../actions/read-page.ts';
import type { ThreadsOf } from '../actions/threads-of.ts';
import { MentionViewSchema } from '../model/mention-view.ts';
import { readRevisions } from '../store/find-mentions.ts';
import { readMentions } from '../store/read-mentions.ts';
import {
  answer,
  ByHandSchema,
  body,
  ListedMentionSchema,
  MentionPageSchema,
  MentionsQuery,
  OneParams,
  RevisionsSchema,
  WorkspaceParams,
} from './schemas.ts';

const MENTIONS = '/api/workspaces/{workspaceId}/mentions';
const tags = ['listening'];

const nothingSaid: Problem = {
  status: 422,
  code: 'nothing-said',
  title: { it: 'Scrivi che cosa è stato detto.', en: 'Write down what was said.' },
  errors: [{ path: 'text', message: 'a text, a link or an image is needed' }],
};

const imageMissing: Problem = {
  status: 422,
  code: 'image-missing',
  title: {
    it: 'L’immagine non c’è più: aggiungila di nuovo.',
    en: 'The image is no longer there: add it again.',
  },
  errors: [{ path: 'image', message: 'no upload of this company has this id' }],
};

/** What was said: pages, searches, single mentions, and what people write down themselves. */
export const mentionRoutes = (platform: Platform, threadsOf: ThreadsOf, read?: ReaderOf) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: MENTIONS,
        tags,
        summary: 'What was said, the latest first',
        request: { params: WorkspaceParams, query: MentionsQuery },
        responses: { ...problemResponses, 200: answer('A page', MentionPageSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const { q, ...filter } = context.req.valid('query');
        const page = await readPage(platform, actor.workspaceId, { ...filter, q: q?.trim() }, threadsOf);
        return context.json(page as z.infer<typeof MentionPageSchema>, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${MENTIONS}/{id}`,
        tags,
        summary: 'One mention',
        request: { params: OneParams },
        responses: {
          ...problemResponses,
          200: answer(
            'The mention',
            MentionViewSchema.extend({ threadId: ListedMentionSchema.shape.threadId }),
          ),
        },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const { id } = context.req.valid('param');
        const found = await platform.database.inWorkspace(actor.workspaceId, async (tx) => {
          const [view] = await readMentions(tx, actor.workspaceId, [id]);
          const threads = await threadsOf(tx, actor.workspaceId, [id]);
          return view && { ...view, threadId: threads.get(id) ?? null };
        });
        return found ? context.json(found, 200) : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${MENTIONS}/{id}/revisions`,
        tags,
        summary: 'How a mention read before it was edited',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('Earlier texts, the latest first', RevisionsSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const { id } = context.req.valid('param');
        const found = await platform.database.inWorkspace(actor.workspaceId, async (tx) => {
          const [mention] = await readMentions(tx, actor.workspaceId, [id]);
          return mention && (await readRevisions(tx, actor.workspaceId, id));
        });
        if (!found) return problemResponse(context, notFound);
        const revisions = found.map((row) => ({ ...row, replacedAt: row.replacedAt.toISOString() }));
        return context.json({ revisions }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/workspaces/{workspaceId}/by-hand',
        tags,
        summary: 'Write down what was said outside every channel',
        request: { params: WorkspaceParams, body: body(ByHandSchema) },
        responses: { ...problemResponses, 201: answer('It is kept', z.object({ mentionId: z.uuid() })) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.add')) return problemResponse(context, notAllowed);
        const note = context.req.valid('json') as HandWritten;
        const written = await addByHand(platform, actor, note, read);
        return written.ok
          ? context.json({ mentionId: written.value }, 201)
          : problemResponse(context, written.error.kind === 'image-missing' ? imageMissing : nothingSaid);
      },
    );
