import { ok, type Result } from '../../platform/result.ts';
import type { BlueskyClient } from './client.ts';
import type { PollCursor } from './cursor.ts';
import { getPosts } from './hydrate.ts';
import { latest, NotificationsPageSchema, type NotificationView, withOverlap } from './views.ts';
import type { XrpcFailure } from './xrpc.ts';

type Place = PollCursor['notifications'];
export type Notified = {
  readonly documents: readonly object[];
  readonly place: Place;
  readonly more: boolean;
};

const PAGES_AT_ONCE = 10;
const FIRST_PAGES = 2;

/** New notifications back to the last ones seen; a list too long for one poll is gone through in several. */
export const pollNotifications = async (
  client: BlueskyClient,
  place: Place,
): Promise<Result<Notified, XrpcFailure>> => {
  const floor = withOverlap(place.seen);
  const found: NotificationView[] = [];
  let page = place.page;
  let newest = place.newest;
  const pages = floor === undefined ? FIRST_PAGES : PAGES_AT_ONCE;
  for (let count = 0; count < pages; count += 1) {
    const answer = await client.query(
      'app.bsky.notification.listNotifications',
      { limit: 100, cursor: page },
      NotificationsPageSchema,
    );
    if (!answer.ok) return answer;
    const { notifications, cursor } = answer.value.output;
    found.push(...notifications.filter(({ indexedAt }) => floor === undefined || indexedAt >= floor));
    newest = latest(newest, ...notifications.map(({ indexedAt }) => indexedAt));
    const isDone = notifications.some(({ indexedAt }) => floor !== undefined && indexedAt < floor);
    page = isDone || notifications.length === 0 ? undefined : cursor;
    if (page === undefined) break;
  }
  const more = floor !== undefined && page !== undefined;
  const seen = more ? place.seen : latest(place.seen, newest);
  return ok({
    documents: await withPictures(client, found.filter(isOurs).toReversed()),
    place: { ...(seen ? { seen } : {}), ...(more ? { page, newest } : {}) },
    more,
  });
};

const wanted: ReadonlySet<string> = new Set([
  'mention',
  'reply',
  'quote',
  'like',
  'repost',
  'follow',
  'like-via-repost',
  'repost-via-repost',
]);

const isOurs = ({ reason }: NotificationView): boolean => wanted.has(reason);

const isPost = ({ reason }: NotificationView): boolean => ['mention', 'reply', 'quote'].includes(reason);

/** A notification has the bare record: addresses of pictures and the words of a quoted post are asked for. */
const withPictures = async (
  client: BlueskyClient,
  notifications: readonly NotificationView[],
): Promise<readonly object[]> => {
  const embedding = notifications.filter((one) => isPost(one) && hasEmbed(one.record)).map(({ uri }) => uri);
  const posts = embedding.length > 0 ? await getPosts(client, embedding) : undefined;
  if (!posts?.ok) return notifications;
  return notifications.map((one) => {
    const post = posts.value.get(one.uri);
    return post ? { ...one, embed: post.embed } : one;
  });
};

const hasEmbed = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'embed' in record;
