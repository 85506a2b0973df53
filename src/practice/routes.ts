import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../people/index.ts';
import { problemResponse, problemResponses } from '../platform/http/problem.ts';
import { createRouter } from '../platform/http/router.ts';
import type { Platform } from '../platform/platform.ts';
import {
  answerAttempt,
  beginAttempt,
  dropAttempt,
  readAttempt,
  readGym,
  shareAttempt,
} from './actions/practise.ts';
import { scenarios } from './model/scenarios.ts';
import { problems } from './problems.ts';
import {
  AttemptParams,
  AttemptSchema,
  answer,
  attemptView,
  BeginSchema,
  body,
  GymSchema,
  ShareSchema,
  scenarioView,
  TextSchema,
  WorkspaceParams,
} from './routes/schemas.ts';

const PRACTICE = '/api/workspaces/{workspaceId}/practice';
const tags = ['practice'];
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Practice conversations with invented people: all there is, and one. */
export const practiceRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: PRACTICE,
        tags,
        summary: 'What there is to practise, what I did, and how I am getting on',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('Practice', GymSchema) },
      }),
      async (context) => {
        const gym = await readGym(platform, context.var.actor);
        if (!gym.ok) return problemResponse(context, problems[gym.error.kind]);
        const { attempts, progress, examples, overseen } = gym.value;
        const listed = <Row extends (typeof attempts)[number]>(row: Row) => ({
          ...row,
          startedAt: row.startedAt.toISOString(),
          finishedAt: instant(row.finishedAt),
          sharedAt: instant(row.sharedAt),
        });
        return context.json(
          {
            scenarios: scenarios.map(scenarioView),
            attempts: attempts.map(listed),
            progress: progress && {
              steady: [...progress.steady],
              learnt: [...progress.learnt],
              next: [...progress.next],
            },
            examples: [...examples],
            overseen: overseen && {
              done: overseen.done.map((one) => ({ ...one, lastAt: one.lastAt.toISOString() })),
              shared: overseen.shared.map(listed),
            },
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: PRACTICE,
        tags,
        summary: 'Begin a practice conversation',
        request: { params: WorkspaceParams, body: body(BeginSchema) },
        responses: { ...problemResponses, 201: answer('Begun', z.object({ id: z.uuid() })) },
      }),
      async (context) => {
        const begun = await beginAttempt(platform, context.var.actor, context.req.valid('json'));
        return begun.ok
          ? context.json(begun.value, 201)
          : problemResponse(context, problems[begun.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${PRACTICE}/{attemptId}`,
        tags,
        summary: 'A practice conversation of mine, or one that was shown to me',
        request: { params: AttemptParams },
        responses: { ...problemResponses, 200: answer('As it stands', AttemptSchema) },
      }),
      async (context) => {
        const found = await readAttempt(platform, context.var.actor, context.req.valid('param').attemptId);
        return found.ok
          ? context.json(attemptView(found.value), 200)
          : problemResponse(context, problems[found.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${PRACTICE}/{attemptId}/answers`,
        tags,
        summary: 'Answer the invented person: what was met and missed, with reasons, and what they say to it',
        request: { params: AttemptParams, body: body(TextSchema) },
        responses: { ...problemResponses, 200: answer('As it stands', AttemptSchema) },
      }),
      async (context) => {
        const { attemptId } = context.req.valid('param');
        const answered = await answerAttempt(
          platform,
          context.var.actor,
          attemptId,
          context.req.valid('json').text,
        );
        return answered.ok
          ? context.json(attemptView(answered.value), 200)
          : problemResponse(context, problems[answered.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${PRACTICE}/{attemptId}/sharing`,
        tags,
        summary: 'Show a finished conversation to who coordinates, or no longer',
        request: { params: AttemptParams, body: body(ShareSchema) },
        responses: { ...problemResponses, 204: { description: 'Done' } },
      }),
      async (context) => {
        const { attemptId } = context.req.valid('param');
        const shared = await shareAttempt(
          platform,
          context.var.actor,
          attemptId,
          context.req.valid('json').isShared,
        );
        return shared.ok ? context.body(null, 204) : problemResponse(context, problems[shared.error.kind]);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${PRACTICE}/{attemptId}`,
        tags,
        summary: 'Throw a practice conversation of mine away',
        request: { params: AttemptParams },
        responses: { ...problemResponses, 204: { description: 'Gone' } },
      }),
      async (context) => {
        const gone = await dropAttempt(platform, context.var.actor, context.req.valid('param').attemptId);
        return gone.ok ? context.body(null, 204) : problemResponse(context, problems[gone.error.kind]);
      },
    );
