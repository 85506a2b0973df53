import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { eventOfPart } from '../meta/messaging-item.ts';
import { unrecognised } from '../meta/raw-document.ts';
import { instantOfText, parseJson, webAddress } from '../meta/tolerant.ts';
import { placeName, placeOf } from '../place-of.ts';
import { fittingId } from '../text-digest.ts';
import { type Comment, PartSchema, type Post, type Rating } from './documents.ts';
import { FACEBOOK_TYPE } from './raw-nodes.ts';

/** A post, comment, recommendation, message, reaction or removal as the one event that it is. Pure and total. */
export const normaliseFacebook = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== FACEBOOK_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parseJson(raw.body);
  const part = PartSchema.safeParse(document).data;
  if (part?.comment) return [{ kind: 'item', item: commentItem(raw, part.comment) }];
  if (part?.post) return [{ kind: 'item', item: postItem(raw, part.post, part.tagged === true) }];
  if (part?.rating) return [{ kind: 'item', item: ratingItem(raw, part.rating) }];
  if (part?.removedNode) {
    const removedAt = instantOfText(part.removedAt);
    return [{ kind: 'removed', nativeId: fittingId(part.removedNode), ...(removedAt ? { removedAt } : {}) }];
  }
  if (part?.liked) {
    const { of, by, kind, at } = part.liked;
    const saidAt = instantOfText(at);
    return [
      {
        kind: 'reaction',
        reaction: kind === 'like' || kind === 'love' || kind === 'care' ? 'like' : 'other',
        author: authorOf(by, raw),
        ofNativeId: fittingId(of),
        ...(saidAt ? { saidAt } : {}),
      },
    ];
  }
  const { accountId = '' } = raw.context;
  return [eventOfPart(document, accountId, raw.revision) ?? unrecognised(raw, 'nothing that a page says')];
};

/** People who have not let the app know them come without a name: each of their sayings is then somebody of its own. */
const authorOf = (from: { id: string; name?: string | undefined } | undefined, raw: RawItem): Author => {
  if (!from) return { nativeId: fittingId(`unnamed:${raw.nativeId}`) };
  const name = cleanLine(from.name ?? '', 200);
  return { nativeId: fittingId(from.id), ...(name ? { name } : {}) };
};

type Common = {
  readonly from?: { id: string } | undefined;
  readonly created_time?: string | undefined;
  readonly permalink_url?: string | undefined;
};

const common = (
  raw: RawItem,
  node: Common,
  id: string,
): Pick<Item, 'nativeId' | 'revision' | 'visibility' | 'author' | 'ours' | 'url' | 'saidAt' | 'links'> => {
  const ours = node.from !== undefined && node.from.id === raw.context.accountId;
  const saidAt = instantOfText(node.created_time);
  const url =
    webAddress(node.permalink_url) ?? webAddress(`https://www.facebook.com/${encodeURIComponent(id)}`);
  return {
    nativeId: fittingId(id),
    revision: raw.revision,
    visibility: 'public',
    author: authorOf(node.from, raw),
    ours,
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    links: [],
  };
};

const commentItem = (raw: RawItem, comment: Comment): Item => {
  const shared = common(raw, comment, comment.id);
  // A comment's number begins with that of what it is beneath.
  const root = fittingId(comment.post_id ?? comment.id.split('_')[0] ?? comment.id);
  const parent = comment.parent ? fittingId(comment.parent.id) : root;
  const address = webAddress(comment.attachment?.url);
  return {
    ...shared,
    form: 'comment',
    addressed: !shared.ours,
    text: cleanBody(comment.message ?? ''),
    parentNativeId: parent,
    rootNativeId: root,
    references: [...new Set([root, parent])],
    media: comment.attachment
      ? [
          {
            kind: /photo|sticker/.test(comment.attachment.type ?? '') ? 'image' : 'file',
            ...(address ? { url: address } : {}),
          },
        ]
      : [],
    replyContext: { kind: 'comment', target: comment.id },
  };
};

const postItem = (raw: RawItem, post: Post, tagged: boolean): Item => {
  const shared = common(raw, post, post.id);
  return {
    ...shared,
    form: 'post',
    // On our own page, or with our name in it: said to us.
    addressed: !shared.ours,
    text: cleanBody(post.message ?? post.story ?? ''),
    ...placeOf({
      name: placeName(post.place?.name, post.place?.location?.city, post.place?.location?.country),
      latitude: post.place?.location?.latitude,
      longitude: post.place?.location?.longitude,
    }),
    rootNativeId: fittingId(post.id),
    references: [],
    media: [],
    replyContext: { kind: 'comment', target: post.id, ...(tagged ? { tagged: '1' } : {}) },
  };
};

/** Stars where there are any; a recommendation is one of one, its contrary none of one. */
const ratingItem = (raw: RawItem, rating: Rating): Item => {
  const story = rating.open_graph_story?.id;
  const shared = common(raw, { ...rating, from: rating.reviewer }, story ?? raw.nativeId);
  const said = rating.recommendation_type?.toLowerCase();
  const value = rating.rating;
  const stars = value !== undefined && value >= 1 && value <= 5 ? { value, best: 5 } : undefined;
  const recommended =
    said === 'positive' ? { value: 1, best: 1 } : said === 'negative' ? { value: 0, best: 1 } : undefined;
  const given = stars ?? recommended;
  return {
    ...shared,
    nativeId: raw.nativeId,
    form: 'review',
    addressed: true,
    text: cleanBody(rating.review_text ?? ''),
    ...(given ? { rating: given } : {}),
    references: [],
    media: [],
    replyContext: story ? { kind: 'comment', target: story } : {},
  };
};
