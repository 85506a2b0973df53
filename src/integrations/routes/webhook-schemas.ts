import { z } from '@hono/zod-openapi';
import { eventTypes, type MessageKind, TRIAL } from '../model/event-types.ts';
import type { Endpoint } from '../store/endpoints.ts';
import type { Message } from '../store/messages.ts';

export const WEBHOOKS = '/api/workspaces/{workspaceId}/webhooks';
export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const EndpointParams = WorkspaceParams.extend({ endpointId: z.uuid() });
const InstantSchema = z.iso.datetime();

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u);

const KindsSchema = z.array(z.enum(eventTypes)).min(1).max(eventTypes.length);
const UrlSchema = z.url({ protocol: /^https?$/ }).max(2_000);

export const NewEndpointSchema = z.object({
  name: line(80),
  url: UrlSchema,
  kinds: KindsSchema,
  withTexts: z
    .boolean()
    .default(false)
    .openapi({ description: 'What people wrote goes along, not only ids' }),
});

export const ChangeEndpointSchema = z
  .object({
    name: line(80),
    url: UrlSchema,
    kinds: KindsSchema,
    withTexts: z.boolean(),
    state: z.enum(['active', 'paused']),
  })
  .partial();

export const OverlapSchema = z.object({ overlapHours: z.number().int().min(0).max(168).default(24) });

export const ReplaySchema = z.union([
  z.object({ messageId: z.uuid() }),
  z.object({ from: InstantSchema, to: InstantSchema }),
]);

export const EndpointSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    kinds: z.array(z.enum(eventTypes)),
    withTexts: z.boolean(),
    state: z.enum(['active', 'paused', 'disabled']),
    reason: z.enum(['gone', 'dead']).nullable(),
    failures: z.number().int(),
    failingSince: InstantSchema.nullable(),
    restingUntil: InstantSchema.nullable(),
    previousUntil: InstantSchema.nullable(),
    lastAt: InstantSchema.nullable(),
    lastStatus: z.number().int().nullable(),
    lastNumber: z.number().int(),
    createdAt: InstantSchema,
  })
  .openapi('WebhookEndpoint');

export const MadeSchema = z.object({ endpoint: EndpointSchema, secret: z.string() }).openapi('MadeWebhook');

export const MessageSchema = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    kind: z.enum([...eventTypes, TRIAL]),
    data: z.record(z.string(), z.unknown()),
    happenedAt: InstantSchema,
    state: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
    attempts: z.number().int(),
    dueAt: InstantSchema.nullable(),
    settledAt: InstantSchema.nullable(),
    tries: z.array(
      z.object({
        at: InstantSchema,
        status: z.number().int().nullable(),
        ms: z.number(),
        problem: z.string().nullable(),
        excerpt: z.string(),
      }),
    ),
  })
  .openapi('WebhookMessage');

export const LogQuery = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  state: z.enum(['waiting', 'delivered', 'failed', 'dropped']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

export const presentEndpoint = (endpoint: Endpoint, now: Date): z.infer<typeof EndpointSchema> => {
  const { id, name, url, kinds, withTexts, state, reason, failures, lastStatus, lastNumber } = endpoint;
  const later = (at: Date | null) => (at && at > now ? at.toISOString() : null);
  return {
    id,
    name,
    url,
    kinds: kinds as z.infer<typeof EndpointSchema>['kinds'],
    withTexts,
    state: state as z.infer<typeof EndpointSchema>['state'],
    reason: reason as z.infer<typeof EndpointSchema>['reason'],
    failures,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    restingUntil: later(endpoint.restingUntil),
    previousUntil: later(endpoint.previousUntil),
    lastAt: endpoint.lastAt?.toISOString() ?? null,
    lastStatus,
    lastNumber,
    createdAt: endpoint.createdAt.toISOString(),
  };
};

export const presentMessage = (message: Message): z.infer<typeof MessageSchema> => ({
  id: message.id,
  number: message.number,
  kind: message.kind satisfies MessageKind,
  data: { ...message.data },
  happenedAt: message.happenedAt.toISOString(),
  state: message.state as z.infer<typeof MessageSchema>['state'],
  attempts: message.attempts,
  dueAt: message.dueAt?.toISOString() ?? null,
  settledAt: message.settledAt?.toISOString() ?? null,
  tries: message.tries.map((one) => ({ ...one })),
});
