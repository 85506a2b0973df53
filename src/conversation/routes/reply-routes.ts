import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { retryReply } from '../actions/retry-reply.ts';
import { sendReplyNow } from '../actions/send-reply-now.ts';
import { undoReply } from '../actions/undo-reply.ts';
import type { Desk } from '../model/correspondent.ts';
import { ReplyViewSchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import { answer, ReplyParams } from './schemas.ts';

const steering = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: 'post',
    path,
    tags: ['conversation'],
    summary,
    request: { params: ReplyParams },
    responses: { 200: answer('The answer as it stands', ReplyViewSchema), ...problemResponses },
  });

const REPLY = '/api/workspaces/{workspaceId}/replies/{replyId}';

/** What a person may still wish for an answer on its way. */
export const replyRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(steering(`${REPLY}/undo`, 'Take an answer back before it leaves'), async (context) => {
      const steered = await undoReply(desk, context.var.actor, context.req.valid('param').replyId);
      if (!steered.ok) return problemResponse(context, problemOf(steered.error, requestLanguage(context)));
      return context.json(steered.value, 200);
    })
    .openapi(steering(`${REPLY}/retry`, 'Try a failed answer again'), async (context) => {
      const steered = await retryReply(desk, context.var.actor, context.req.valid('param').replyId);
      if (!steered.ok) return problemResponse(context, problemOf(steered.error, requestLanguage(context)));
      return context.json(steered.value, 200);
    })
    .openapi(steering(`${REPLY}/send-now`, 'Do not wait: send it now'), async (context) => {
      const steered = await sendReplyNow(desk, context.var.actor, context.req.valid('param').replyId);
      if (!steered.ok) return problemResponse(context, problemOf(steered.error, requestLanguage(context)));
      return context.json(steered.value, 200);
    });
