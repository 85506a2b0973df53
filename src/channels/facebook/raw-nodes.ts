import type { RawItem } from '../events.ts';
import { rawDocument } from '../meta/raw-document.ts';
import { type Comment, type Post, RatingSchema } from './documents.ts';

export const FACEBOOK_TYPE = 'application/vnd.passaparola.facebook+json';

type Context = Readonly<Record<string, string>>;

export const rawPost = (post: Post, tagged: boolean, context: Context): RawItem =>
  rawDocument({
    contentType: FACEBOOK_TYPE,
    nativeId: post.id,
    revision: [post.message ?? post.story],
    document: { post, ...(tagged ? { tagged } : {}) },
    context,
  });

export const rawComment = (comment: Comment, context: Context): RawItem =>
  rawDocument({
    contentType: FACEBOOK_TYPE,
    nativeId: comment.id,
    // The same however it came: a notification tells less of what is attached.
    revision: [comment.message],
    document: { comment },
    context,
  });

export const ratingItems = (node: unknown, context: Context): readonly RawItem[] => {
  const rating = RatingSchema.safeParse(node).data;
  if (!rating) return [];
  const {
    review_text,
    recommendation_type,
    rating: stars,
    reviewer,
    open_graph_story,
    created_time,
  } = rating;
  return [
    rawDocument({
      contentType: FACEBOOK_TYPE,
      nativeId: open_graph_story?.id ?? `rating:${reviewer?.id ?? ''}:${created_time ?? ''}`,
      revision: [review_text, recommendation_type, stars],
      document: { rating },
      context,
    }),
  ];
};
