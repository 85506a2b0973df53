import { createRoute, z } from '@hono/zod-openapi';
import { problemWords } from '../../channels/index.ts';
import { may, type PeopleEnv } from '../../people/index.ts';
import {
  notAllowed,
  notFound,
  type Problem,
  problemResponse,
  problemResponses,
} from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { MentionId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type HidingRefusal, hideMention } from '../actions/hide-mention.ts';
import { answer, body, OneParams } from './schemas.ts';

const cannotBeHidden: Problem = {
  status: 409,
  code: 'cannot-be-hidden',
  title: { it: 'Questo non si può nascondere da qui.', en: 'This cannot be hidden from here.' },
  detail: {
    it: 'Si nascondono i commenti degli altri, sui canali che lo permettono.',
    en: 'Others’ comments can be hidden, on the channels that allow it.',
  },
};

const problemOf = (refusal: HidingRefusal): Problem => {
  if (refusal.kind === 'not-found') return notFound;
  if (refusal.kind === 'cannot-be-hidden') return cannotBeHidden;
  const { title, advice } = problemWords[refusal.problem.kind];
  return { status: 409, code: `channel-${refusal.problem.kind}`, title, detail: advice };
};

const Hiding = z.object({ hidden: z.boolean() });

/** Others' comments, hidden on their channel and shown again. */
export const hidingRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>().openapi(
    createRoute({
      method: 'put',
      path: '/api/workspaces/{workspaceId}/mentions/{id}/hidden',
      tags: ['listening'],
      summary: 'Hide a comment on its channel, or show it again',
      request: { params: OneParams, body: body(Hiding) },
      responses: { ...problemResponses, 200: answer('How it is now', Hiding) },
    }),
    async (context) => {
      const { actor } = context.var;
      if (!may(actor, 'mentions.admit') || actor.kind !== 'member')
        return problemResponse(context, notAllowed);
      const { id } = context.req.valid('param');
      const { hidden } = context.req.valid('json');
      const done = await hideMention(platform, actor, id as MentionId, hidden);
      return done.ok ? context.json({ hidden }, 200) : problemResponse(context, problemOf(done.error));
    },
  );
