import { z } from '@hono/zod-openapi';
import { MentionViewSchema } from '../../listening/index.ts';
import { falseAlarms } from '../model/false-alarms.ts';
import { alertKinds } from '../model/kinds.ts';
import { deliveryStates, moments, ways } from '../model/preferences.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const AlertParams = WorkspaceParams.extend({ alertId: z.uuid() });
export const RuleParams = WorkspaceParams.extend({ ruleId: z.uuid() });
export const DeviceParams = WorkspaceParams.extend({ deviceId: z.uuid() });
export const WebhookParams = WorkspaceParams.extend({ webhookId: z.uuid() });

const AlertSchema = z
  .object({
    id: z.uuid(),
    watchId: z.uuid(),
    watchName: z.string(),
    kind: z.enum(alertKinds),
    measure: z.string(),
    beganAt: z.iso.datetime(),
    openedAt: z.iso.datetime(),
    grewAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    figures: z.object({
      heard: z.number(),
      marked: z.number(),
      expected: z.number(),
      low: z.number(),
      high: z.number(),
      chance: z.number().nullable(),
      usualShare: z.number().nullable(),
      windowHours: z.number(),
      mentionId: z.string().nullable(),
    }),
    acknowledged: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
    title: z.string(),
    explanation: z.string(),
    caution: z.string(),
  })
  .openapi('Alert');

export const AlertPageSchema = z.object({ alerts: z.array(AlertSchema), next: z.string().nullable() });

export const AlertStorySchema = AlertSchema.extend({
  timeZone: z.string(),
  words: z.array(z.object({ word: z.string(), now: z.number(), before: z.number() })),
  /** Each hour around the story; `marked` is null where all mentions count. */
  hours: z.array(
    z.object({
      at: z.iso.datetime(),
      heard: z.number(),
      marked: z.number().nullable(),
      usual: z.number().nullable(),
      isStory: z.boolean(),
    }),
  ),
  mentions: z.array(MentionViewSchema),
  deliveries: z.array(
    z.object({ way: z.enum(ways), state: z.enum(deliveryStates), problem: z.string().nullable() }),
  ),
}).openapi('AlertStory');

export const RuleSchema = z
  .object({
    id: z.uuid(),
    watchId: z.uuid(),
    watchName: z.string(),
    kind: z.enum(alertKinds),
    falseAlarms: z.enum(falseAlarms),
    leastReach: z.number().int(),
    state: z.enum(['on', 'off']),
    canChoose: z.boolean(),
  })
  .openapi('AlertRule');

export const RuleChangeSchema = z
  .object({
    state: z.enum(['on', 'off']).optional(),
    falseAlarms: z.enum(falseAlarms).optional(),
    leastReach: z.number().int().min(1).max(100_000_000).optional(),
  })
  .openapi('AlertRuleChange');

export const RulePreviewSchema = z
  .object({
    days: z.number().int(),
    told: z.object({ week: z.number().int(), month: z.number().int(), quarter: z.number().int() }).nullable(),
  })
  .openapi('AlertRulePreview');

const minute = z.number().int().min(0).max(1_439).nullable();

export const PreferencesSchema = z
  .object({
    mail: z.enum(moments),
    telegram: z.enum(moments),
    push: z.enum(moments),
    quietFrom: minute,
    quietUntil: minute,
    digestHour: z.number().int().min(0).max(23),
  })
  .openapi('AlertPreferences');

export const MyWaysSchema = z
  .object({
    preferences: PreferencesSchema,
    hasMailServer: z.boolean(),
    telegram: z.object({ bot: z.string().nullable(), isJoined: z.boolean(), code: z.string() }),
    push: z.object({
      serverKey: z.string(),
      devices: z.array(z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime() })),
    }),
  })
  .openapi('AlertWays');

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');

const base64url = (bytes: number) =>
  z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((text) => Buffer.from(text, 'base64url').length === bytes, 'not of the right length');

const address = (...protocols: readonly string[]) =>
  z
    .string()
    .max(2_000)
    .refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), 'not an address');

export const DeviceSchema = z
  .object({
    name: line(120),
    endpoint: address('https:'),
    /** A point of P-256, uncompressed. */
    p256dh: base64url(65).refine((text) => text.startsWith('B'), 'not a point'),
    auth: base64url(16),
  })
  .openapi('AlertDevice');

export const NewWebhookSchema = z
  .object({ name: line(120), url: address('https:', 'http:') })
  .openapi('NewAlertWebhook');

export const WebhookSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    createdAt: z.iso.datetime(),
    lastAt: z.iso.datetime().nullable(),
    lastProblem: z.string().nullable(),
  })
  .openapi('AlertWebhook');

export const TrialSchema = z
  .object({ arrived: z.number().int(), problems: z.array(z.string()) })
  .openapi('AlertTrial');

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
