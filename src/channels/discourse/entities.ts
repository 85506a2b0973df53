import { z } from 'zod';

const text = z.string().nullish().catch(undefined);
const count = z.number().nullish().catch(undefined);
const id = z.number().int().positive();

/** PostSerializer (https://docs.discourse.org/, "Get a single post"), and the same as a webhook brings it. */
export const PostSchema = z.object({
  id,
  topic_id: id,
  post_number: id,
  username: z.string().min(1),
  name: text,
  avatar_template: text,
  created_at: text,
  updated_at: text,
  cooked: z.string(),
  raw: text,
  version: count,
  post_type: count,
  reply_to_post_number: count,
  reply_to_user: z.object({ username: text }).nullish().catch(undefined),
  topic_title: text,
  title: text,
  topic_archetype: text,
  user_deleted: z.boolean().nullish().catch(undefined),
  deleted_at: text,
});
export type DiscoursePost = z.infer<typeof PostSchema>;

/** What a poll found to be no longer there, in words of our own. */
export const RemovalSchema = z.object({
  deleted: z.literal(true),
  topic_id: id,
  post_number: id,
  deletedAt: text,
});

/** `X-Discourse-Event-Type: like`. */
export const LikeSchema = z.object({
  like: z.object({
    post: z.object({ topic_id: id, post_number: id }),
    user: z.object({ username: z.string().min(1), name: text }),
  }),
});

/** app/models/notification.rb, `Notification.types`: what has words of somebody to us behind it, and what is a sign. */
export const SPOKEN_TO_US: ReadonlySet<number> = new Set([1, 2, 3, 6, 9, 15]);
export const LIKES: ReadonlySet<number> = new Set([5, 19, 25]);

export const NotificationSchema = z.object({
  id,
  notification_type: z.number().int(),
  created_at: text,
  topic_id: count,
  post_number: count,
  data: z
    .object({
      display_username: text,
      original_username: text,
      original_post_id: z.union([z.number(), z.string()]).nullish().catch(undefined),
    })
    .catch({ display_username: null, original_username: null, original_post_id: null }),
});
export type DiscourseNotification = z.infer<typeof NotificationSchema>;
