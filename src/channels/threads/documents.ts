import { z } from 'zod';
import { Id, listOf, maybe, Text } from '../meta/tolerant.ts';

/** https://developers.facebook.com/docs/threads/threads-media and .../reply-management */
export const PostSchema = z.object({
  id: Id,
  text: maybe(Text),
  username: maybe(z.string().max(200)),
  owner: maybe(z.object({ id: Id })),
  timestamp: maybe(z.string().max(50)),
  permalink: maybe(z.string().max(4_000)),
  media_type: z.string().max(50),
  media_url: maybe(z.string().max(4_000)),
  alt_text: maybe(Text),
  link_attachment_url: maybe(z.string().max(4_000)),
  is_reply: maybe(z.boolean()),
  is_reply_owned_by_me: maybe(z.boolean()),
  root_post: maybe(z.object({ id: Id })),
  replied_to: maybe(z.object({ id: Id })),
  has_replies: maybe(z.boolean()),
});
export type ThreadsPost = z.infer<typeof PostSchema>;

/** https://developers.facebook.com/docs/threads/webhooks : one notification brings one value, or a list of them. */
const Value = z.object({ field: z.string().max(100), value: z.unknown() });
export const WebhookSchema = z.object({
  app_id: Id,
  topic: maybe(z.string().max(100)),
  target_id: maybe(Id),
  time: maybe(z.number()),
  values: z.union([listOf(Value, 500).refine((list) => list.length > 0), Value.transform((one) => [one])]),
});

export const DeletedSchema = z.object({
  id: Id,
  deleted_at: maybe(z.union([z.string(), z.number()])),
});

/** One thing as it is kept. */
export const PartSchema = z.object({
  post: maybe(PostSchema),
  /** It names us, answers us, or is beneath a post of ours. */
  toUs: maybe(z.boolean()),
  removedNode: maybe(Id),
  removedAt: maybe(z.string().max(50)),
  dataDeletion: maybe(Id),
});
