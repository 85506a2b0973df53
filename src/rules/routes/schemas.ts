import { z } from '@hono/zod-openapi';
import { ConditionSchema } from '../model/condition.ts';
import { ActionSchema, BODY_VERSION, TriggerSchema } from '../model/rule.ts';
import { runStates } from '../model/run.ts';
import { templateIds } from '../model/templates.ts';
import { EffectSchema, ReasonSchema } from './deed-schemas.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const RuleParams = WorkspaceParams.extend({ ruleId: z.uuid() });
export const RunParams = WorkspaceParams.extend({ runId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });
export const TemplateParams = WorkspaceParams.extend({ templateId: z.enum(templateIds) });

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

export const BodySchema = z
  .object({
    version: z.literal(BODY_VERSION).default(BODY_VERSION),
    trigger: TriggerSchema,
    condition: ConditionSchema,
    actions: z.array(ActionSchema).min(1).max(10),
  })
  .openapi('RuleBody');

export const WishSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .regex(/^\P{Cc}*$/u)
      .refine((text) => text.isWellFormed(), 'not readable'),
    body: BodySchema,
    stops: z.boolean().default(false),
    mostPerHour: z.number().int().min(1).max(10_000).default(300),
  })
  .openapi('RuleWish');

export const ChangeSchema = WishSchema.extend({ version: z.number().int().min(1).max(2_000_000_000) });

const PauseSchema = z.union([
  z.object({ kind: z.literal('storm'), deeds: z.number().int() }),
  z.object({ kind: z.literal('failed') }),
  z.object({
    kind: z.literal('missing'),
    missing: z.array(z.object({ what: z.string(), id: z.string(), path: z.string() })),
  }),
]);

export const RuleSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    position: z.number().int(),
    state: z.enum(['on', 'off', 'paused']),
    ownerId: z.uuid(),
    body: BodySchema,
    stops: z.boolean(),
    mostPerHour: z.number().int(),
    version: z.number().int(),
    activeSince: z.iso.datetime(),
    pause: PauseSchema.nullable(),
    week: z.object({
      deeds: z.number().int(),
      threads: z.number().int(),
      lastAt: z.iso.datetime().nullable(),
    }),
  })
  .openapi('Rule');

export const TemplateSchema = z.object({
  id: z.enum(templateIds),
  name: z.string(),
  about: z.string(),
  /** A rule of this name is there already. */
  taken: z.boolean(),
});

export const RunSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['try', 'apply', 'undo']),
    ruleId: z.uuid().nullable(),
    state: z.enum(runStates),
    total: z.number().int(),
    seen: z.number().int(),
    met: z.number().int(),
    acted: z.number().int(),
    kept: z.number().int().openapi({ description: 'Changed by somebody since, and left as they are' }),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    examples: z.array(
      z.object({
        threadId: z.uuid(),
        name: z.string().nullable(),
        channel: z.string(),
        preview: z.string(),
        why: z.array(ReasonSchema),
        would: z.array(EffectSchema),
      }),
    ),
  })
  .openapi('RuleRun');
