import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses, requestLanguage } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import { addNote } from '../actions/add-note.ts';
import { previewReply } from '../actions/preview-reply.ts';
import { removeNote } from '../actions/remove-note.ts';
import { discardDraft, saveDraft } from '../actions/save-draft.ts';
import { writeReply } from '../actions/write-reply.ts';
import type { Desk } from '../model/correspondent.ts';
import { NoteViewSchema, ReplyViewSchema } from '../model/views.ts';
import { violationPath, violationWords } from '../model/violation-words.ts';
import { problemOf } from '../problems.ts';
import {
  answer,
  body,
  DraftSchema,
  NewReplySchema,
  NoteParams,
  NoteSchema,
  PreviewSchema,
  ReplyTextSchema,
  ThreadParams,
} from './schemas.ts';

const THREAD = '/api/workspaces/{workspaceId}/threads/{threadId}';
const tags = ['conversation'];
const done = { description: 'Done' };

/** What people write in a thread: notes, drafts, answers. */
export const writingRoutes = (desk: Desk) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREAD}/notes`,
        tags,
        summary: 'Say something to the colleagues beside a conversation',
        request: { params: ThreadParams, body: body(NoteSchema) },
        responses: { 201: answer('The note', NoteViewSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const note = await addNote(desk, context.var.actor, threadId, context.req.valid('json'));
        if (!note.ok) return problemResponse(context, problemOf(note.error, requestLanguage(context)));
        return context.json(note.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/workspaces/{workspaceId}/notes/{noteId}',
        tags,
        summary: 'Take a note back',
        request: { params: NoteParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const removed = await removeNote(desk, context.var.actor, context.req.valid('param').noteId);
        if (!removed.ok) return problemResponse(context, problemOf(removed.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${THREAD}/draft`,
        tags,
        summary: 'Keep what I have begun to write',
        request: { params: ThreadParams, body: body(DraftSchema) },
        responses: {
          200: answer('When it was kept', z.object({ updatedAt: z.iso.datetime() })),
          ...problemResponses,
        },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const kept = await saveDraft(desk, context.var.actor, threadId, context.req.valid('json'));
        if (!kept.ok) return problemResponse(context, problemOf(kept.error, requestLanguage(context)));
        return context.json({ updatedAt: kept.value.toISOString() }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${THREAD}/draft`,
        tags,
        summary: 'Throw away what I had begun to write',
        request: { params: ThreadParams },
        responses: { 204: done, ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const gone = await discardDraft(desk, context.var.actor, threadId);
        if (!gone.ok) return problemResponse(context, problemOf(gone.error, requestLanguage(context)));
        return context.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREAD}/replies`,
        tags,
        summary: 'Answer: it leaves by itself after the time of an undo',
        request: { params: ThreadParams, body: body(NewReplySchema) },
        responses: { 201: answer('The answer on its way', ReplyViewSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const { seenUntil, ...reply } = context.req.valid('json');
        const written = await writeReply(desk, context.var.actor, {
          ...reply,
          threadId,
          ...(seenUntil ? { seenUntil: new Date(seenUntil) } : {}),
        });
        if (!written.ok) return problemResponse(context, problemOf(written.error, requestLanguage(context)));
        return context.json(written.value, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${THREAD}/replies/preview`,
        tags,
        summary: 'What the channel would say of this answer',
        request: { params: ThreadParams, body: body(ReplyTextSchema) },
        responses: { 200: answer('What it would not take', PreviewSchema), ...problemResponses },
      }),
      async (context) => {
        const { threadId } = context.req.valid('param');
        const seen = await previewReply(desk, context.var.actor, threadId, context.req.valid('json'));
        if (seen.ok) return context.json({ violations: [] }, 200);
        if (seen.error.kind !== 'violations') {
          return problemResponse(context, problemOf(seen.error, requestLanguage(context)));
        }
        const violations = seen.error.violations.map((violation) => ({
          ...violation,
          path: violationPath(violation),
          title: violationWords(violation),
        }));
        return context.json({ violations }, 200);
      },
    );
