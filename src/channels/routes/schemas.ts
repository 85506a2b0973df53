import { z } from '@hono/zod-openapi';

/** One line that a person typed. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u);

const plain = z
  .string()
  .max(20_000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not text');

const ValuesSchema = z.record(z.string().max(100), z.union([plain, z.number(), z.boolean()]));

export const AddConnectionSchema = z.object({
  channel: line(60),
  name: line(120).optional(),
  values: ValuesSchema,
});

export const ChangeConnectionSchema = z.object({
  name: line(120).optional(),
  values: ValuesSchema.optional(),
  state: z.enum(['active', 'paused']).optional(),
});

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const ConnectionParams = WorkspaceParams.extend({ id: z.uuid() });

/** Where the channel sends a person back to us: `state` is ours, the rest (`code`, `error` ...) is the channel's. */
export const ReturnQuery = z.object({ state: z.string().min(1).max(2_000) }).catchall(z.string().max(4_000));

export const AuthoriseSchema = z.object({ authorizeUrl: z.string(), connectionId: z.uuid() });

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});
