import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { listThreads } from '../actions/list-threads.ts';
import { markThreadRead, markThreadUnread } from '../actions/mark-thread.ts';
import { organiseThread } from '../actions/organise-thread.ts';
import { readEarlierMentions, readThread } from '../actions/read-thread.ts';
import { readToday } from '../actions/read-today.ts';
import type { Desk } from '../model/correspondent.ts';
import { MentionViewSchema, ThreadDetailSchema, ThreadSummarySchema } from '../model/views.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  given,
  ListQuery,
  OrganiseSchema,
  PageSchema,
  ReadSchema,
  ThreadParams,
  TodaySchema,
  WorkspaceParams,
} from './schemas.ts';

const THREADS = '/api/workspaces/{workspaceId}/threads';
const tags = ['conversation'];
const done = { description: 'Done' };
const EarlierQuery = z.object({ before: z.uuid() });
const EarlierSchema = z.object({ mentions: z.array(MentionViewSchema), hasEarlier: z.boolean() });

/** The inbox: pages of threads, one thread, and where a person stands in them. */
export const threadRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: THREADS,
        tags,
        summary: 'A page of the inbox, newest first',
        request: { params: WorkspaceParams, query: ListQuery },
        responses: { 200: answer('The page', PageSchema), ...problemResponses },
      }),
      async (context) => {
        const { channel, team, label, q, before, ...plain } = context.req.valid('query');
        const page = await listThreads(desk, context.var.actor, {
          ...plain,
          ...(channel ? { channel } : {}),
          ...(team ? { teamId: team } : {}),
          ...(label ? { labelId: label } : {}),
          ...(q?.trim() ? { q } : {}),
          ...(before ? { before } : {}),
        });
        if (!page.ok) return problemResponse(context, problemOf(page.error, requestLanguage(context)));
        const { threads, next, counts } = page.value;
        return context.json({ threads: [...threads], next, ...(counts ? { counts } : {}) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${THREADS}/{threadId}`,
        tags,
        summary: 'A conversation with its latest turns',
        request: { params: ThreadParams },
        responses: { 200: answer('The conversation', ThreadDetailSchema), ...problemResponses },
      }),
      async (context) => {
        const read = await readThread(desk, context.var.actor, context.req.valid('param').threadId);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json(read.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${THREADS}/{threadId}/mentions`,
        tags,
        summary: 'Turns before the given mention, oldest first',
        request: { params: ThreadParams, query: EarlierQuery },
        responses: { 200: answer('Earlier turns', EarlierSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { before } = context.req.valid('query');
        const read = await readEarlierMentions(desk, context.var.actor, threadId, before);
        if (!read.ok) return problemResponse(context, problemOf(read.error, requestLanguage(context)));
        return context.json({ ...read.value, mentions: [...read.value.mentions] }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `${THREADS}/{threadId}`,
        tags,
        summary: 'Entrust a conversation, set it open, done or out of sight until later, label it',
        request: { params: ThreadParams, body: body(OrganiseSchema) },
        responses: { 200: answer('As it is now', ThreadSummarySchema), ...problemResponses },
      }),
      async (context) => {
        const organised = await organiseThread(desk, context.var.actor, {
          threadId: context.req.valid('param').threadId,
          ...given(context.req.valid('json')),
        });
        if (!organised.ok) {
          return problemResponse(context, problemOf(organised.error, requestLanguage(context)));
        }
        return context.json(organised.value, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREADS}/{threadId}/read`,
        tags,
        summary: 'I have read it up to here',
        request: { params: ThreadParams, body: body(ReadSchema) },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const until = new Date(context.req.valid('json').until);
        const { threadId } = context.req.valid('param');
        const marked = await markThreadRead(desk, context.var.actor, threadId, until);
        if (!marked.ok) return problemResponse(context, problemOf(marked.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREADS}/{threadId}/unread`,
        tags,
        summary: 'Show it to me as unread again',
        request: { params: ThreadParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const marked = await markThreadUnread(desk, context.var.actor, threadId);
        if (!marked.ok) return problemResponse(context, problemOf(marked.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/today',
        tags,
        summary: 'What needs us today: what failed, then who has waited longest',
        request: { params: WorkspaceParams },
        responses: { 200: answer('Today', TodaySchema), ...problemResponses },
      }),
      async (context) => {
        const today = await readToday(desk, context.var.actor);
        if (!today.ok) return problemResponse(context, problemOf(today.error, requestLanguage(context)));
        const { failed, waiting, calls, ending, ...rest } = today.value;
        const lists = { failed: [...failed], waiting: [...waiting], calls: [...calls], ending: [...ending] };
        return context.json({ ...rest, ...lists }, 200);
      },
    );
