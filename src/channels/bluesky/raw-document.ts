import { z } from 'zod';
import { listOf, maybe } from './tolerant.ts';

/** The media type of our raw items: one JSON object as Bluesky's own APIs give it (see README.md). */
export const BLUESKY_TYPE = 'application/json';

export const AuthorSchema = z.object({
  did: z.string().regex(/^did:[a-z]+:[\w.:%-]{1,500}$/),
  handle: maybe(z.string()),
  displayName: maybe(z.string()),
  avatar: maybe(z.string()),
});

const ReferenceSchema = z.object({ uri: z.string().startsWith('at://'), cid: z.string() });

const FacetSchema = z.object({
  index: z.object({ byteStart: z.number().int().nonnegative(), byteEnd: z.number().int().nonnegative() }),
  features: listOf(z.object({ $type: z.string(), uri: maybe(z.string()), did: maybe(z.string()) }), 10),
});
export type FacetDocument = z.infer<typeof FacetSchema>;

/** The record of a post (lexicon app.bsky.feed.post). */
export const PostRecordSchema = z.object({
  $type: z.literal('app.bsky.feed.post'),
  text: z.string(),
  createdAt: maybe(z.string()),
  langs: listOf(z.string(), 3),
  facets: listOf(FacetSchema, 300),
  reply: maybe(z.object({ root: ReferenceSchema, parent: ReferenceSchema })),
  labels: maybe(z.object({ values: listOf(z.object({ val: z.string() }), 10) })),
  embed: z.unknown().optional(),
});
export type PostRecord = z.infer<typeof PostRecordSchema>;

/** What notifications, post views and our own notes from the stream have in common. */
export const DocumentSchema = z.object({
  uri: z.string().startsWith('at://'),
  cid: maybe(z.string()),
  author: maybe(AuthorSchema),
  record: z.unknown().optional(),
  /** The embed as the AppView shows it, with addresses of pictures and the quoted post's text. */
  embed: z.unknown().optional(),
  labels: listOf(z.object({ val: z.string(), neg: maybe(z.boolean()) }), 20),
  indexedAt: maybe(z.string()),
  reason: maybe(z.string()),
  reasonSubject: maybe(z.string()),
  /** Our own mark: the record is no longer there. */
  deleted: maybe(z.literal(true)),
  deletedAt: maybe(z.string()),
});
export type BlueskyDocument = z.infer<typeof DocumentSchema>;
