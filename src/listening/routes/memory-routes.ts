import { createRoute, z } from '@hono/zod-openapi';
import { audit, may, type PeopleEnv } from '../../people/index.ts';
import { notAllowed, notFound, problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { type MentionHistory, readMentionHistory } from '../actions/mention-history.ts';
import { readRetention, writeRetention } from '../store/retention.ts';
import { answer, body, OneParams, typed, WorkspaceParams } from './schemas.ts';

const RETENTION = '/api/workspaces/{workspaceId}/retention';
const tags = ['listening'];

const RetentionSchema = z
  .object({
    rawDays: z.int().min(1).max(3_650).openapi({ description: 'Originals as they came, days' }),
    overheardMonths: z
      .int()
      .min(1)
      .max(600)
      .nullable()
      .openapi({ description: 'Words said of us, months; null: as long as the company' }),
    addressedMonths: z.int().min(1).max(600).nullable().openapi({ description: 'Words said to us' }),
    noticeContact: typed(300),
  })
  .openapi('Retention');

const instant = z.iso.datetime();
const HistorySchema = z
  .object({
    versions: z.array(
      z.object({
        revision: z.string(),
        title: z.string().nullable(),
        body: z.string(),
        contentHash: z.string(),
        replacedAt: instant,
      }),
    ),
    connection: z.object({ id: z.uuid(), channel: z.string(), name: z.string() }).nullable(),
    nativeId: z.string(),
    revision: z.string(),
    url: z.string().nullable(),
    contentHash: z
      .string()
      .openapi({ description: 'SHA-256 of title and text, hex; empty when they are gone' }),
    saidAt: instant,
    receivedAt: instant,
    editedAt: instant.nullable(),
    removed: z
      .object({ at: instant, toldAt: instant.nullable() })
      .nullable()
      .openapi({ description: 'When its author took it back, and when we were told: the words are gone' }),
    original: z
      .enum(['kept', 'gone'])
      .openapi({ description: 'Whether what the channel gave us is still there as it came' }),
    wordsGoneBecause: z
      .enum(['taken-back', 'time-over'])
      .nullable()
      .openapi({ description: 'Why there are no words, where there are none' }),
  })
  .openapi('MentionHistory');

/** What becomes of what was heard: its versions and where it came from, and how long it is kept. */
export const memoryRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/workspaces/{workspaceId}/mentions/{id}/history',
        tags,
        summary: 'Where a mention came from, how it read before, and what became of it',
        request: { params: OneParams },
        responses: { ...problemResponses, 200: answer('Its history', HistorySchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'mentions.read')) return problemResponse(context, notAllowed);
        const found = await readMentionHistory(platform, actor.workspaceId, context.req.valid('param').id);
        return found
          ? context.json(found as MentionHistory & z.infer<typeof HistorySchema>, 200)
          : problemResponse(context, notFound);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: RETENTION,
        tags,
        summary: 'How long what was heard is kept',
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The times', RetentionSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'workspace.read')) return problemResponse(context, notAllowed);
        const retention = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
          readRetention(tx, actor.workspaceId),
        );
        return context.json(retention, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: RETENTION,
        tags,
        summary: 'Decide how long what was heard is kept',
        request: { params: WorkspaceParams, body: body(RetentionSchema) },
        responses: { ...problemResponses, 200: answer('The times', RetentionSchema) },
      }),
      async (context) => {
        const { actor } = context.var;
        if (!may(actor, 'privacy.manage')) return problemResponse(context, notAllowed);
        const wanted = context.req.valid('json');
        await platform.database.inWorkspace(actor.workspaceId, async (tx) => {
          await writeRetention(tx, actor.workspaceId, wanted);
          const { noticeContact: _, ...details } = wanted;
          await audit(tx, actor, {
            action: 'retention.changed',
            subjectKind: 'workspace',
            subjectId: actor.workspaceId,
            details,
          });
        });
        return context.json(wanted, 200);
      },
    );
