import { z } from '@hono/zod-openapi';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const OneParams = WorkspaceParams.extend({ id: z.uuid() });
export const ContactParams = WorkspaceParams.extend({ contactId: z.uuid() });

/** Text as the database can keep it: no U+0000, no halves of characters. */
export const storable = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');

export const line = (longest: number) => storable(longest).pipe(z.string().trim().min(1));

/** An instant in the years that every part of the house can write. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^[12]\d{3}-/.test(text), 'is too far away')
  .transform((text) => new Date(text));

export const uuidList = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .transform((ids) => [...new Set(ids)]);

export const Says = z.object({ it: z.string(), en: z.string() });
/** A JSON answer of a route. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON body of a request. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

type Sendable<Value> = Value extends object
  ? { -readonly [Name in keyof Value]: Sendable<Value[Name]> }
  : Value;

/** The same as data to be sent: the routes' types know no read-only lists. */
export const sendable = <Value>(value: Value): Sendable<Value> => value as Sendable<Value>;
