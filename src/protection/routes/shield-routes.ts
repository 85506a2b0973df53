import { createRoute, z } from '@hono/zod-openapi';
import type { PeopleEnv } from '../../people/index.ts';
import { problemResponse, problemResponses } from '../../platform/http/problem.ts';
import { createRouter } from '../../platform/http/router.ts';
import type { Platform } from '../../platform/platform.ts';
import { readShields, readThreadProtection, suggestShields } from '../actions/read-shields.ts';
import { startShield, stepShield } from '../actions/shield-thread.ts';
import { problems } from '../problems.ts';
import {
  answer,
  body,
  ShieldListSchema,
  ShieldParams,
  ThreadParams,
  ThreadProtectionSchema,
  WorkspaceParams,
} from './schemas.ts';

const HOME = '/api/workspaces/{workspaceId}/protection';
const SHIELDS = `${HOME}/shields` as const;
const tags = ['protection'];

const NewShieldSchema = z
  .object({
    threadId: z.uuid(),
    hiddenFrom: z.array(z.uuid()).min(1).max(50),
    handlerId: z.uuid(),
    reason: z.enum(['insult', 'threat', 'other']),
  })
  .openapi('NewShield');

const SuggestionsSchema = z
  .object({
    suggestions: z.array(
      z.object({
        threadId: z.uuid(),
        mentionId: z.uuid(),
        reads: z.enum(['threat', 'insult']),
        named: z.array(z.uuid()),
        channel: z.string(),
        saidAt: z.iso.datetime(),
      }),
    ),
  })
  .openapi('ShieldSuggestions');

/** Conversations hidden from whom they attack. */
export const shieldRoutes = (platform: Platform) =>
  createRouter<PeopleEnv>()
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: SHIELDS,
          tags,
          summary: 'Shields under way: those that concern me, or all for whoever looks after protection',
        },
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The shields', ShieldListSchema) },
      }),
      async (context) => {
        const read = await readShields(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problems[read.error.kind]);
        return context.json({ ...read.value, shields: [...read.value.shields] }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${HOME}/suggestions`,
          tags,
          summary: 'Conversations that read as insults or threats, and whom they name',
        },
        request: { params: WorkspaceParams },
        responses: { ...problemResponses, 200: answer('The suggestions', SuggestionsSchema) },
      }),
      async (context) => {
        const read = await suggestShields(platform, context.var.actor);
        if (!read.ok) return problemResponse(context, problems[read.error.kind]);
        const suggestions = read.value.suggestions.map((one) => ({ ...one, named: [...one.named] }));
        return context.json({ suggestions }, 200);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: SHIELDS,
          tags,
          summary: 'Hide a conversation from whom it attacks, entrust it, keep the evidence',
        },
        request: { params: WorkspaceParams, body: body(NewShieldSchema) },
        responses: {
          ...problemResponses,
          201: answer('It is hidden', z.object({ reportId: z.uuid().nullable() })),
        },
      }),
      async (context) => {
        const started = await startShield(platform, context.var.actor, context.req.valid('json'));
        if (!started.ok) return problemResponse(context, problems[started.error.kind]);
        return context.json(started.value, 201);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'post',
          path: `${SHIELDS}/{shieldId}/steps`,
          tags,
          summary: 'Read it all the same, hide it again, or end the shield: each is written down',
        },
        request: { params: ShieldParams, body: body(z.object({ step: z.enum(['open', 'cover', 'end']) })) },
        responses: { ...problemResponses, 204: { description: 'Done' } },
      }),
      async (context) => {
        const { shieldId } = context.req.valid('param');
        const { step } = context.req.valid('json');
        const stepped = await stepShield(platform, context.var.actor, shieldId, step);
        return stepped.ok ? context.body(null, 204) : problemResponse(context, problems[stepped.error.kind]);
      },
    )
    .openapi(
      createRoute({
        ...{
          method: 'get',
          path: `${HOME}/threads/{threadId}`,
          tags,
          summary: 'How a conversation is protected, without a word of it',
        },
        request: { params: ThreadParams },
        responses: { ...problemResponses, 200: answer('How it is protected', ThreadProtectionSchema) },
      }),
      async (context) => {
        const read = await readThreadProtection(
          platform,
          context.var.actor,
          context.req.valid('param').threadId,
        );
        if (!read.ok) return problemResponse(context, problems[read.error.kind]);
        return context.json(read.value as z.infer<typeof ThreadProtectionSchema>, 200);
      },
    );
