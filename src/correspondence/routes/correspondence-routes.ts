import { createRoute, z } from '@hono/zod-openapi';
import { CaseOfAuthorSchema } from '../../care/index.ts';
import { ThreadSummarySchema } from '../../conversation/index.ts';
import type { PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { countConversations } from '../actions/count-conversations.ts';
import { readCorrespondent } from '../actions/read-correspondent.ts';

const HERE = '/api/workspaces/{workspaceId}';
const tags = ['Conversations'];
const WorkspaceParams = z.object({ workspaceId: z.uuid() });

const CorrespondentSchema = z
  .object({
    contact: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    accounts: z.number().int(),
    threads: z.array(ThreadSummarySchema),
    hasMore: z.boolean(),
    cases: z.array(CaseOfAuthorSchema).nullable(),
  })
  .openapi('Correspondent');

/** At most a page of the list. */
const CountsQuery = z.object({
  threads: z
    .string()
    .max(4_000)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).min(1).max(100))
    .openapi({ type: 'string', description: 'Ids of conversations, with commas' }),
});

const CountsSchema = z.object({
  counts: z.array(z.object({ threadId: z.uuid(), conversations: z.number().int() })),
});

const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Who speaks, across channels. */
export const correspondenceRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/threads/{threadId}/correspondent`,
        tags,
        summary: 'Whoever speaks here: all their conversations and cases, whatever the channel',
        request: { params: WorkspaceParams.extend({ threadId: z.uuid() }) },
        responses: { ...problemResponses, 200: answer('Who it is', CorrespondentSchema) },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const read = await readCorrespondent(platform, context.var.actor, threadId);
        if (!read.ok)
          return problemResponse(context, read.error.kind === 'not-found' ? notFound : notAllowed);
        const { threads, cases, ...view } = read.value;
        return context.json(
          {
            ...view,
            threads: [...threads],
            cases: cases?.map((one) => ({ ...one, offers: [...one.offers] })) ?? null,
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${HERE}/conversations-of-same`,
        tags,
        summary:
          'In how many conversations whoever speaks in these has spoken; those with one alone are left out',
        request: { params: WorkspaceParams, query: CountsQuery },
        responses: { ...problemResponses, 200: answer('How many', CountsSchema) },
      }),
      async (context) => {
        const counted = await countConversations(
          platform,
          context.var.actor,
          context.req.valid('query').threads,
        );
        if (!counted.ok) return problemResponse(context, notAllowed);
        return context.json({ counts: [...counted.value] }, 200);
      },
    );
