import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { chooseToday, undoChoice } from '../actions/choose-today.ts';
import { readDaily } from '../actions/read-today.ts';
import type { Lent } from '../model/lent.ts';
import { problemOf } from '../problems.ts';
import { ChoiceSchema, TodayQuery, TodaySchema } from './daily-schemas.ts';
import { answer, body, ContactParams, sendable, WorkspaceParams } from './schemas.ts';

const TODAY = '/api/workspaces/{workspaceId}/relations/today';
const tags = ['relations'];

/** The daily list: whom to speak with, and what is said of it with a gesture. */
export const todayRoutes = (platform: Platform, lent: Lent) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: TODAY,
        tags,
        summary: 'At most ten people to speak with today, and why',
        request: { params: WorkspaceParams, query: TodayQuery },
        responses: { ...problemResponses, 200: answer('The list', TodaySchema) },
      }),
      async (context) => {
        const list = await readDaily(platform, context.var.actor, context.req.valid('query'), lent);
        if (!list.ok) return problemResponse(context, problemOf(list.error));
        return context.json(sendable(list.value), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${TODAY}/{contactId}`,
        tags,
        summary: 'Done, later or never',
        request: { params: ContactParams, body: body(ChoiceSchema) },
        responses: { ...problemResponses, 204: { description: 'Kept' } },
      }),
      async (context) => {
        const { contactId } = context.req.valid('param');
        const chosen = await chooseToday(platform, context.var.actor, contactId, context.req.valid('json'));
        if (!chosen.ok) return problemResponse(context, problemOf(chosen.error));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${TODAY}/{contactId}/undo`,
        tags,
        summary: 'Take the latest word about somebody back',
        request: { params: ContactParams },
        responses: { ...problemResponses, 204: { description: 'Taken back' } },
      }),
      async (context) => {
        const { contactId } = context.req.valid('param');
        const undone = await undoChoice(platform, context.var.actor, contactId);
        if (!undone.ok) return problemResponse(context, problemOf(undone.error));
        return context.body(null, 204);
      },
    );
