import { z } from 'zod';

const text = z.string().optional().catch(undefined);
/** Numbers too great for JavaScript: X gives them as texts. */
const Id = z.string().regex(/^\d{1,25}$/);

/** https://docs.x.com/x-api/fundamentals/data-dictionary#user */
export const UserSchema = z.object({
  id: Id,
  username: z.string().min(1),
  name: text,
  profile_image_url: text,
  /** As they wrote it themselves. */
  location: text,
});
export type XUser = z.infer<typeof UserSchema>;

/** https://docs.x.com/x-api/fundamentals/data-dictionary#post, with the author beside it as we keep it. */
export const PostSchema = z.object({
  id: Id,
  text: z.string(),
  author_id: Id.optional().catch(undefined),
  author: UserSchema.optional().catch(undefined),
  created_at: text,
  lang: text,
  conversation_id: Id.optional().catch(undefined),
  in_reply_to_user_id: Id.optional().catch(undefined),
  edit_history_tweet_ids: z.array(Id).optional().catch(undefined),
  referenced_tweets: z
    .array(z.object({ type: z.string(), id: Id }))
    .optional()
    .catch(undefined),
  entities: z
    .object({
      urls: z
        .array(z.object({ url: z.string(), expanded_url: text, title: text }))
        .optional()
        .catch(undefined),
      mentions: z
        .array(z.object({ username: text }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  /** Exact coordinates (GeoJSON: longitude first) where the author gave them; a place's name would be another thing to buy. */
  geo: z
    .object({ coordinates: z.object({ coordinates: z.tuple([z.number(), z.number()]) }) })
    .optional()
    .catch(undefined),
  note_tweet: z.object({ text: z.string() }).optional().catch(undefined),
  attachments: z
    .object({ media_keys: z.array(z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type XPost = z.infer<typeof PostSchema>;

/** A page of a timeline or a search. */
export const PageSchema = z.object({
  data: z.array(z.unknown()).catch([]),
  includes: z.object({ users: z.array(z.unknown()).catch([]) }).catch({ users: [] }),
  errors: z.array(z.looseObject({})).catch([]),
  meta: z
    .object({ newest_id: text, next_token: text, result_count: z.number().optional().catch(undefined) })
    .catch({}),
});
export type XPage = z.infer<typeof PageSchema>;

/** What a look found to be no longer there, in words of our own. */
export const RemovalSchema = z.object({ deleted: z.literal(true), id: Id, deletedAt: text });

/** What we ask of posts and their authors. */
export const FIELDS = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,geo,in_reply_to_user_id,lang,note_tweet,referenced_tweets',
  expansions: 'author_id',
  'user.fields': 'location,name,profile_image_url,username',
} as const;

export const newerOf = (one: string | undefined, other: string | undefined): string | undefined => {
  if (!one || !other) return one ?? other;
  return BigInt(one) > BigInt(other) ? one : other;
};
