import { z } from 'zod';
import { Id, listOf, maybe, Text } from '../meta/tolerant.ts';

const Person = z.object({ id: maybe(Id), username: maybe(z.string().max(200)) });

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-comment */
export const CommentSchema = z.object({
  id: Id,
  text: maybe(Text),
  timestamp: maybe(z.string().max(50)),
  username: maybe(z.string().max(200)),
  from: maybe(Person),
  parent_id: maybe(Id),
  /** What it is beneath: told by a notification, else known from where it was read. */
  media: maybe(z.object({ id: Id, permalink: maybe(z.string().max(4_000)) })),
  replies: maybe(z.object({ data: listOf(z.unknown(), 500) })),
});
export type Comment = z.infer<typeof CommentSchema>;

/** https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media */
export const MediaSchema = z.object({
  id: Id,
  caption: maybe(Text),
  timestamp: maybe(z.string().max(50)),
  username: maybe(z.string().max(200)),
  permalink: maybe(z.string().max(4_000)),
  media_type: maybe(z.string().max(50)),
  media_url: maybe(z.string().max(4_000)),
  alt_text: maybe(Text),
  comments: maybe(z.object({ data: listOf(z.unknown(), 500) })),
});
export type IgMedia = z.infer<typeof MediaSchema>;

/** https://developers.facebook.com/documentation/instagram-platform/webhooks */
export const WebhookSchema = z.object({
  object: z.literal('instagram'),
  entry: listOf(
    z.object({
      id: maybe(Id),
      time: maybe(z.number()),
      changes: listOf(z.object({ field: z.string().max(100), value: z.unknown() })),
      messaging: listOf(z.unknown()),
      standby: listOf(z.unknown()),
    }),
  ),
});

/** It names what mentions us and no more: what was said has to be asked for. */
export const MentionSchema = z.object({ media_id: Id, comment_id: maybe(Id) });

/** One thing as it is kept. */
export const PartSchema = z.object({
  comment: maybe(CommentSchema),
  media: maybe(MediaSchema),
  /** We are named or tagged in it, and it is another's. */
  mentioned: maybe(z.boolean()),
  removedNode: maybe(Id),
  removedAt: maybe(z.string().max(50)),
});
