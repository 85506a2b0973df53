import { createRoute, type z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { checkReply } from '../actions/check-reply.ts';
import { approveReply, giveBack } from '../actions/decide-approval.ts';
import { keepSending, readSending } from '../actions/keep-sending-settings.ts';
import { proposeAgain } from '../actions/propose-again.ts';
import { countApprovals, listApprovals, readApproval } from '../actions/read-approvals.ts';
import type { Desk } from '../model/correspondent.ts';
import { ReplyViewSchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import {
  ApprovalCountsSchema,
  ApprovalSchema,
  ApprovalsSchema,
  ApproveSchema,
  GiveBackSchema,
  LookSchema,
  RewordSchema,
  SendingSchema,
} from './approval-schemas.ts';
import { answer, body, ReplyParams, ReplyTextSchema, ThreadParams, WorkspaceParams } from './schemas.ts';
import { sendable } from './sendable.ts';

const HERE = '/api/workspaces/{workspaceId}';
const REPLY = `${HERE}/replies/{replyId}` as const;
const tags = ['conversation'];

const deciding = <Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) =>
  createRoute({
    method: 'post',
    path,
    tags,
    summary,
    request: { params: ReplyParams, body: body(schema) },
    responses: { 200: answer('The answer as it stands', ReplyViewSchema), ...problemResponses },
  });

const reading = <Path extends string, Schema extends z.ZodType>(
  path: Path,
  summary: string,
  schema: Schema,
) =>
  createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: { params: WorkspaceParams },
    responses: { 200: answer(summary, schema), ...problemResponses },
  });

/** Answers that wait for somebody's word, and what is looked at before any answer leaves. */
export const approvalRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      reading(`${HERE}/approvals`, 'Answers that wait for an approver', ApprovalsSchema),
      async (context) => {
        const listed = await listApprovals(desk, context.var.actor);
        if (!listed.ok) return problemResponse(context, problemOf(listed.error, requestLanguage(context)));
        return context.json(sendable(listed.value), 200);
      },
    )
    .openapi(reading(`${HERE}/approvals/count`, 'How many wait', ApprovalCountsSchema), async (context) => {
      const counted = await countApprovals(desk, context.var.actor);
      if (!counted.ok) return problemResponse(context, problemOf(counted.error, requestLanguage(context)));
      return context.json(counted.value, 200);
    })
    .openapi(
      createRoute({
        method: 'get',
        path: `${REPLY}/approval`,
        tags,
        summary: 'One answer that waits or waited: every wording, what was said of it, what happened since',
        request: { params: ReplyParams },
        responses: { 200: answer('The approval', ApprovalSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readApproval(desk, context.var.actor, context.req.valid('param').replyId);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(sendable(read.value), 200);
      },
    )
    .openapi(
      deciding(`${REPLY}/approve`, 'Let it leave, as proposed or with other words', ApproveSchema),
      async (context) => {
        const { seenUntil, wording, ...wish } = context.req.valid('json');
        const decided = await approveReply(desk, context.var.actor, context.req.valid('param').replyId, {
          ...wish,
          ...(wording ? { wording } : {}),
          seenUntil: new Date(seenUntil),
        });
        if (!decided.ok) return problemResponse(context, problemOf(decided.error, requestLanguage(context)));
        return context.json(decided.value, 200);
      },
    )
    .openapi(
      deciding(`${REPLY}/give-back`, 'Give it back to its author with a comment', GiveBackSchema),
      async (context) => {
        const wish = context.req.valid('json');
        const decided = await giveBack(desk, context.var.actor, context.req.valid('param').replyId, wish);
        if (!decided.ok) return problemResponse(context, problemOf(decided.error, requestLanguage(context)));
        return context.json(decided.value, 200);
      },
    )
    .openapi(
      deciding(`${REPLY}/propose`, 'Say it otherwise, and ask again', RewordSchema),
      async (context) => {
        const wish = context.req.valid('json');
        const proposed = await proposeAgain(
          desk,
          context.var.actor,
          context.req.valid('param').replyId,
          wish,
        );
        if (!proposed.ok)
          return problemResponse(context, problemOf(proposed.error, requestLanguage(context)));
        return context.json(proposed.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${HERE}/threads/{threadId}/replies/checks`,
        tags,
        summary: 'What is looked at before these words leave, and whether they will wait; nothing is kept',
        request: { params: ThreadParams, body: body(ReplyTextSchema) },
        responses: { 200: answer('What was found', LookSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const looked = await checkReply(desk, context.var.actor, threadId, context.req.valid('json'));
        if (!looked.ok) return problemResponse(context, problemOf(looked.error, requestLanguage(context)));
        return context.json(sendable(looked.value), 200);
      },
    )
    .openapi(
      reading(`${HERE}/sending-settings`, 'Whose answers wait, and what is looked at', SendingSchema),
      async (context) => {
        const read = await readSending(desk, context.var.actor);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(sendable(read.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${HERE}/sending-settings`,
        tags,
        summary: 'Change whose answers wait, and what is looked at',
        request: { params: WorkspaceParams, body: body(SendingSchema) },
        responses: { 200: answer('As it is now', SendingSchema), ...problemResponses },
      }),
      async (context) => {
        const kept = await keepSending(desk, context.var.actor, context.req.valid('json') as never);
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json(sendable(kept.value), 200);
      },
    );
