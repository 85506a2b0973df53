import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { LIKES, LikeSchema, NotificationSchema, PostSchema, RemovalSchema } from './entities.ts';
import { postId } from './post-id.ts';
import { authorOf, postItem } from './post-item.ts';
import { DISCOURSE_TYPE, siteOf } from './read-raw.ts';

/** Regular posts and a moderator's; the rest are signs of what was done to a topic, and whispers among the staff (app/models/post.rb, `Post.types`). */
const spoken = new Set([1, 2]);

/** A post, a like, a notification or a removal as the one event that it is. Pure and total. */
export const normaliseDiscourse = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType !== DISCOURSE_TYPE || raw.encoding !== 'utf8')
    return [unrecognised(raw, 'no JSON of ours')];
  const document = parse(raw.body);
  const site = siteOf(raw.context);
  const removal = RemovalSchema.safeParse(document).data;
  if (removal) {
    const removedAt = parseDate(removal.deletedAt ?? undefined);
    const nativeId = fittingId(postId(site, removal.topic_id, removal.post_number));
    return [{ kind: 'removed', nativeId, ...(removedAt ? { removedAt } : {}) }];
  }
  const post = PostSchema.safeParse(document).data;
  if (post?.deleted_at || post?.user_deleted) {
    const removedAt = parseDate(post.deleted_at ?? undefined, raw.context.fetchedAt);
    return [{ kind: 'removed', nativeId: raw.nativeId, ...(removedAt ? { removedAt } : {}) }];
  }
  if (post) {
    const isSpoken = spoken.has(post.post_type ?? 1);
    return [
      isSpoken
        ? { kind: 'item', item: postItem(raw, post) }
        : unrecognised(raw, 'a post that nobody wrote to readers'),
    ];
  }
  const like = LikeSchema.safeParse(document).data?.like;
  if (like) {
    const ofNativeId = fittingId(postId(site, like.post.topic_id, like.post.post_number));
    return [{ kind: 'reaction', reaction: 'like', author: authorOf(site, like.user), ofNativeId }];
  }
  return [noticeOf(raw, document, site)];
};

const noticeOf = (raw: RawItem, document: unknown, site: string): ChannelEvent => {
  const notice = NotificationSchema.safeParse(document).data;
  const who = notice && (notice.data.original_username ?? notice.data.display_username);
  if (!notice || !who || !LIKES.has(notice.notification_type))
    return unrecognised(
      raw,
      notice ? `a notification of kind ${notice.notification_type}` : 'neither a post nor a notification',
    );
  const saidAt = parseDate(notice.created_at ?? undefined, raw.context.fetchedAt);
  return {
    kind: 'reaction',
    reaction: 'like',
    author: authorOf(site, { username: who }),
    ...(notice.topic_id && notice.post_number
      ? { ofNativeId: fittingId(postId(site, notice.topic_id, notice.post_number)) }
      : {}),
    ...(saidAt ? { saidAt } : {}),
  };
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason: cleanLine(reason),
});

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
