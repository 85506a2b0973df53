import { z } from '@hono/zod-openapi';
import { refusals } from './held.ts';

const instant = z.iso.datetime();

/** What waits, as the screens see it. */
export const HeldViewSchema = z
  .object({
    id: z.uuid(),
    channel: z.string(),
    connection: z.string().openapi({ description: 'The name of the connection that brought it' }),
    form: z.string(),
    author: z.object({
      name: z.string().nullable(),
      handle: z.string().nullable(),
      url: z.string().nullable(),
    }),
    title: z.string().nullable(),
    body: z.string(),
    url: z.string().nullable(),
    about: z.string().nullable().openapi({ description: 'The page of ours that it speaks of' }),
    saidAt: z.string().nullable(),
    receivedAt: instant,
    state: z.enum(['waiting', 'refused']),
    refusedAs: z.enum(refusals).nullable(),
    decidedAt: instant.nullable(),
    decidedBy: z.uuid().nullable(),
    carriage: z
      .enum(['pending', 'done', 'failed'])
      .nullable()
      .openapi({ description: 'Whether the channel has been told; null where it cannot be' }),
  })
  .openapi('Held');
export type HeldView = z.infer<typeof HeldViewSchema>;
