import { z } from '@hono/zod-openapi';
import { StoredReadingSchema } from './stored-reading.ts';

/** Something that was said, as every screen is given it. */
export const MentionViewSchema = z
  .object({
    id: z.uuid(),
    channel: z.string(),
    nativeId: z.string(),
    ours: z.boolean(),
    addressed: z.boolean(),
    form: z.string(),
    visibility: z.string(),
    automatic: z.string().nullable(),
    author: z.object({
      id: z.uuid(),
      name: z.string().nullable(),
      handle: z.string().nullable(),
      url: z.string().nullable(),
      avatarUrl: z.string().nullable(),
    }),
    title: z.string().nullable(),
    body: z.string(),
    quoted: z.string().nullable(),
    contentWarning: z.string().nullable(),
    language: z.string().nullable(),
    /** Stars or points, of so many at best; null where none came with it. */
    rating: z.object({ value: z.number(), best: z.number() }).nullable(),
    /** Where it was said; `home`: where its author says to be at home. Null when neither is told. */
    place: z
      .object({
        name: z.string().optional(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        home: z.string().optional(),
      })
      .nullable(),
    url: z.string().nullable(),
    links: z.array(z.object({ url: z.string(), title: z.string().optional() })),
    media: z.array(
      z.object({
        kind: z.enum(['image', 'video', 'audio', 'file']),
        url: z.string().optional(),
        /** The channel's own name for what it gives only to us. */
        key: z.string().optional(),
        alt: z.string().optional(),
        name: z.string().optional(),
        mimeType: z.string().optional(),
        byteLength: z.number().optional(),
      }),
    ),
    /** Which watches it answered to, and where in the body (UTF-16 offsets). */
    matches: z.array(z.object({ watchId: z.uuid(), spans: z.array(z.tuple([z.number(), z.number()])) })),
    /** What it says; null for our own words, for those of machines, and where there are none. */
    reading: StoredReadingSchema.nullable(),
    saidAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    removedAt: z.iso.datetime().nullable(),
    /** Hidden over there by somebody of the company. */
    hiddenAt: z.iso.datetime().nullable(),
    /** The channel lets us hide it. */
    mayHide: z.boolean(),
  })
  .openapi('Mention');
export type MentionView = z.infer<typeof MentionViewSchema>;
