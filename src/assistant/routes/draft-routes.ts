import { createRoute } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Assistant } from '../actions/assistant.ts';
import { listDraftMarks, suggestDraft, type ThreadTurns } from '../actions/suggest-draft.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  MarksSchema,
  SuggestionAskedSchema,
  SuggestionSchema,
  ThreadParams,
} from './schemas.ts';

const BASE = '/api/workspaces/{workspaceId}/assistant/threads/{threadId}';
const tags = ['assistant'];

/** Drafts that a machine proposes and people change, sign and send. */
export const draftRoutes = (assistant: Assistant, turnsOf: ThreadTurns) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${BASE}/draft-suggestion`,
        tags,
        summary: 'Propose a draft of an answer; nothing is sent, and that a machine wrote it is kept',
        request: { params: ThreadParams, body: body(SuggestionAskedSchema) },
        responses: { ...problemResponses, 200: answer('A draft for a person to change', SuggestionSchema) },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { mentionId } = context.req.valid('json');
        const draft = await suggestDraft(assistant, turnsOf, context.var.actor, threadId, mentionId);
        if (!draft.ok) return problemResponse(context, problemOf(draft.error));
        return context.json({ ...draft.value, cost: draft.value.cost / 1_000_000 }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${BASE}/draft-suggestions`,
        tags,
        summary: 'Which drafts of this conversation a machine proposed, for whom and when',
        request: { params: ThreadParams },
        responses: { ...problemResponses, 200: answer('The latest first', MarksSchema) },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const marks = await listDraftMarks(assistant, turnsOf, context.var.actor, threadId);
        if (!marks.ok) return problemResponse(context, problemOf(marks.error));
        return context.json({ suggestions: [...marks.value] }, 200);
      },
    );
