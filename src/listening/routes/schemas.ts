import { z } from '@hono/zod-openapi';
import { MentionViewSchema } from '../model/mention-view.ts';
import { PLACE_PATTERN, readPlace } from '../model/place.ts';
import { ReadingQuery } from '../model/reading-query.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const OneParams = WorkspaceParams.extend({ id: z.uuid() });

/** Typed text that the database can hold. */
export const typed = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not readable');

export const MentionsQuery = z.object({
  watch: z.uuid().optional(),
  channel: typed(60).optional(),
  q: typed(200).optional(),
  ...ReadingQuery,
  aspect: typed(60).optional(),
  before: z
    .string()
    .regex(PLACE_PATTERN)
    .optional()
    .openapi({ description: 'The `next` of the page before' })
    .transform((place) => (place === undefined ? undefined : readPlace(place))),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ListedMentionSchema = MentionViewSchema.extend({
  threadId: z.uuid().nullable(),
  highlights: z
    .array(z.tuple([z.number(), z.number()]))
    .openapi({ description: 'Where the words of `q` stand in the body, UTF-16 offsets' }),
}).openapi('ListedMention');

export const MentionPageSchema = z.object({
  mentions: z.array(ListedMentionSchema),
  next: z.string().nullable(),
});

export const RevisionsSchema = z.object({
  revisions: z.array(
    z.object({
      revision: z.string(),
      title: z.string().nullable(),
      body: z.string(),
      contentHash: z.string(),
      replacedAt: z.iso.datetime(),
    }),
  ),
});

export const ByHandSchema = z
  .object({
    form: z.enum(['call', 'encounter', 'note', 'post']),
    who: z.object({ name: typed(200).pipe(z.string().trim().min(1)), contact: typed(200).optional() }),
    text: typed(50_000),
    url: typed(2_048)
      .pipe(z.url({ protocol: /^https?$/ }))
      .optional(),
    saidAt: z.iso.datetime({ offset: true }).optional(),
    image: z.uuid().optional(),
  })
  .openapi('ByHand');

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
