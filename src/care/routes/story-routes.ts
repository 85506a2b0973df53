import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishStory, type StoryFailure, withdrawStory, writeStory } from '../actions/tell-story.ts';
import { problems, withFound } from '../problems.ts';
import { CASES } from './case-routes.ts';
import { body, CaseParams, paragraph } from './schemas.ts';

const STORY = `${CASES}/{caseId}/story` as const;
const tags = ['care'];

const StoryWishSchema = z
  .object({
    basis: z.enum(['consent', 'nobody-named']),
    italian: paragraph.min(1).max(1_500),
    english: paragraph.max(1_500),
  })
  .openapi('StoryWish');

/** Single stories of the register. */
export const storyRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'put',
        path: STORY,
        tags,
        summary: 'Write the story of an ended case, without anything that tells who it was',
        request: { params: CaseParams, body: body(StoryWishSchema) },
        responses: { ...problemResponses, 204: { description: 'Written; it waits for a last look' } },
      }),
      async (context) => {
        const { caseId } = context.req.valid('param');
        const written = await writeStory(platform, context.var.actor, caseId, context.req.valid('json'));
        return written.ok ? context.body(null, 204) : problemResponse(context, problemOf(written.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${STORY}/publish`,
        tags,
        summary: 'Have looked at a story: from here on anyone can read it',
        request: { params: CaseParams },
        responses: { ...problemResponses, 204: { description: 'It is told' } },
      }),
      async (context) => {
        const told = await publishStory(platform, context.var.actor, context.req.valid('param').caseId);
        return told.ok ? context.body(null, 204) : problemResponse(context, problemOf(told.error));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${STORY}/withdraw`,
        tags,
        summary: 'Take a story back; that there was one is counted',
        request: {
          params: CaseParams,
          body: body(z.object({ why: z.enum(['consent-withdrawn', 'mistake']) })),
        },
        responses: { ...problemResponses, 204: { description: 'Its words are gone' } },
      }),
      async (context) => {
        const { caseId } = context.req.valid('param');
        const { why } = context.req.valid('json');
        const gone = await withdrawStory(platform, context.var.actor, caseId, why);
        return gone.ok ? context.body(null, 204) : problemResponse(context, problemOf(gone.error));
      },
    );

const problemOf = (error: StoryFailure) =>
  'found' in error ? withFound(problems[error.kind], error.found) : problems[error.kind];
