import type { RawItem } from '../events.ts';
import { rawDocument } from '../meta/raw-document.ts';
import { instantOf, instantOfText } from '../meta/tolerant.ts';
import { type FeedValue, FeedValueSchema } from './documents.ts';
import { FACEBOOK_TYPE, ratingItems, rawComment, rawPost } from './raw-nodes.ts';

type Context = Readonly<Record<string, string>>;

/** A change of a page's webhook in the form of the node that it speaks of: brought and fetched are then one and the same. */
export const itemsOfChange = (
  { field, value }: { readonly field: string; readonly value: unknown },
  context: Context,
): readonly RawItem[] => {
  const read = FeedValueSchema.safeParse(value).data;
  const other = () => [
    rawDocument({ contentType: FACEBOOK_TYPE, nativeId: undefined, document: { field, value }, context }),
  ];
  if (!read) return other();
  const isTagged = field === 'mention';
  if (read.verb === 'remove') return removal(read, context);
  if (read.item === 'comment' && read.comment_id)
    return [rawComment(commentOf(read, read.comment_id), context)];
  if (field === 'ratings' && read.item === 'rating') return ratingItems(ratingOf(read), context);
  if (read.item === 'reaction' || read.item === 'like') return liking(read, context);
  if (postItemNames.has(read.item) && read.post_id)
    return [rawPost(postOf(read, read.post_id), isTagged, context)];
  return other();
};

const postItemNames = new Set([
  'post',
  'status',
  'photo',
  'video',
  'share',
  'link',
  'note',
  'album',
  'event',
]);

const timeOf = ({ created_time: time }: FeedValue) => {
  const at = typeof time === 'number' ? instantOf(time) : (instantOfText(time) ?? instantOf(time));
  return at ? { created_time: at } : {};
};

const commentOf = (value: FeedValue, id: string) => ({
  id,
  ...(value.message === undefined ? {} : { message: value.message }),
  ...(value.from ? { from: value.from } : {}),
  ...timeOf(value),
  ...(value.post_id ? { post_id: value.post_id } : {}),
  ...(value.parent_id && value.parent_id !== value.post_id ? { parent: { id: value.parent_id } } : {}),
});

const postOf = (value: FeedValue, id: string) => ({
  id,
  ...(value.message === undefined ? {} : { message: value.message }),
  ...(value.from ? { from: value.from } : {}),
  ...timeOf(value),
});

const ratingOf = (value: FeedValue) => ({
  ...timeOf(value),
  ...(value.rating === undefined ? {} : { rating: value.rating }),
  ...(value.review_text === undefined ? {} : { review_text: value.review_text }),
  ...(value.recommendation_type ? { recommendation_type: value.recommendation_type } : {}),
  ...(value.reviewer_id
    ? { reviewer: { id: value.reviewer_id, ...(value.reviewer_name ? { name: value.reviewer_name } : {}) } }
    : {}),
  ...(value.open_graph_story_id ? { open_graph_story: { id: value.open_graph_story_id } } : {}),
});

const removal = (value: FeedValue, context: Context): readonly RawItem[] => {
  const id = value.comment_id ?? value.open_graph_story_id ?? value.post_id;
  const isLike = value.item === 'reaction' || value.item === 'like';
  return id === undefined || isLike ? [] : [removedNode(id, timeOf(value).created_time, context)];
};

export const removedNode = (id: string, at: string | undefined, context: Context): RawItem =>
  rawDocument({
    contentType: FACEBOOK_TYPE,
    nativeId: id,
    revision: ['removed'],
    document: { removedNode: id, ...(at ? { removedAt: at } : {}) },
    context,
  });

const liking = (value: FeedValue, context: Context): readonly RawItem[] => {
  const of = value.comment_id ?? value.post_id;
  if (!of || !value.from) return [];
  const at = timeOf(value).created_time;
  const liked = { of, by: value.from, kind: value.reaction_type ?? 'like', ...(at ? { at } : {}) };
  return [
    rawDocument({
      contentType: FACEBOOK_TYPE,
      nativeId: `reaction:${of}:${value.from.id}`,
      revision: [liked.kind],
      document: { liked },
      context,
    }),
  ];
};
