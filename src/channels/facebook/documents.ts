import { z } from 'zod';
import { Id, listOf, maybe, Text } from '../meta/tolerant.ts';

const Person = z.object({ id: Id, name: maybe(z.string().max(500)) });
const Page = (member: z.ZodType) => z.object({ data: listOf(member, 500) });

/** https://developers.facebook.com/docs/graph-api/reference/v25.0/comment */
export const CommentSchema = z.object({
  id: Id,
  message: maybe(Text),
  from: maybe(Person),
  created_time: maybe(z.string().max(50)),
  permalink_url: maybe(z.string().max(4_000)),
  parent: maybe(z.object({ id: Id })),
  /** Of what it is beneath; known from where it was read. */
  post_id: maybe(Id),
  attachment: maybe(z.object({ type: maybe(z.string().max(100)), url: maybe(z.string().max(4_000)) })),
});
export type Comment = z.infer<typeof CommentSchema>;

/** https://developers.facebook.com/docs/graph-api/reference/place and `location`: what we read of them. */
const PlaceSchema = z.object({
  name: maybe(z.string().max(500)),
  location: maybe(
    z.object({
      city: maybe(z.string().max(500)),
      country: maybe(z.string().max(500)),
      latitude: maybe(z.number()),
      longitude: maybe(z.number()),
    }),
  ),
});

/** https://developers.facebook.com/docs/graph-api/reference/v25.0/page-post */
export const PostSchema = z.object({
  id: Id,
  message: maybe(Text),
  story: maybe(Text),
  from: maybe(Person),
  created_time: maybe(z.string().max(50)),
  permalink_url: maybe(z.string().max(4_000)),
  place: maybe(PlaceSchema),
  comments: maybe(Page(z.unknown())),
});
export type Post = z.infer<typeof PostSchema>;

/** https://developers.facebook.com/docs/graph-api/reference/recommendation */
export const RatingSchema = z.object({
  created_time: maybe(z.string().max(50)),
  rating: maybe(z.number()),
  review_text: maybe(Text),
  recommendation_type: maybe(z.string().max(50)),
  reviewer: maybe(Person),
  open_graph_story: maybe(z.object({ id: Id })),
});
export type Rating = z.infer<typeof RatingSchema>;

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page */
export const WebhookSchema = z.object({
  object: z.literal('page'),
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

export const FeedValueSchema = z.object({
  item: z.string().max(100),
  verb: z.string().max(50),
  from: maybe(Person),
  post_id: maybe(Id),
  comment_id: maybe(Id),
  parent_id: maybe(Id),
  message: maybe(Text),
  created_time: maybe(z.union([z.number(), z.string()])),
  reaction_type: maybe(z.string().max(50)),
  /** Of a rating. */
  reviewer_id: maybe(Id),
  reviewer_name: maybe(z.string().max(500)),
  review_text: maybe(Text),
  recommendation_type: maybe(z.string().max(50)),
  rating: maybe(z.number()),
  open_graph_story_id: maybe(Id),
});
export type FeedValue = z.infer<typeof FeedValueSchema>;

/** One thing as it is kept. */
export const PartSchema = z.object({
  comment: maybe(CommentSchema),
  post: maybe(PostSchema),
  /** The page was named in it by others. */
  tagged: maybe(z.boolean()),
  rating: maybe(RatingSchema),
  removedNode: maybe(Id),
  removedAt: maybe(z.string().max(50)),
  liked: maybe(
    z.object({ of: Id, by: Person, kind: maybe(z.string().max(50)), at: maybe(z.string().max(50)) }),
  ),
});
