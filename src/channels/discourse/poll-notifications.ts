import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';
import type { Cursor } from './cursor.ts';
import { type DiscourseNotification, LIKES, NotificationSchema, SPOKEN_TO_US } from './entities.ts';
import type { Gathering } from './gather.ts';
import { readPost } from './read-post.ts';

const ListSchema = z.object({ notifications: z.array(z.unknown()) });
const MOST_READ = 8;

/**
 * Signs, and words to us that the list of new posts does not show (closed categories, messages). `silent`: the person's own bell keeps its
 * number (app/controllers/notifications_controller.rb).
 */
export const pollNotifications = async (
  context: DiscourseContext,
  gathering: Gathering,
  cursor: Cursor,
): Promise<Result<Cursor, CallFailure>> => {
  const query = { recent: true, silent: true, limit: 60 };
  const answer = await call(context, { path: '/notifications.json', query }, ListSchema);
  // A key of limited scope may not allow it.
  if (!answer.ok) return answer.error.status === 403 || answer.error.status === 404 ? ok(cursor) : answer;
  const fresh = answer.value.output.notifications
    .flatMap((document) => {
      const notice = NotificationSchema.safeParse(document).data;
      return notice && notice.id > cursor.notifications ? [{ notice, document }] : [];
    })
    .toSorted((one, other) => one.notice.id - other.notice.id);
  let newest = cursor.notifications;
  let reads = 0;
  for (const { notice, document } of fresh) {
    if (LIKES.has(notice.notification_type)) gathering.take(document);
    const place = placeOf(notice);
    if (place && !gathering.has(place.topicId, place.number)) {
      // The rest the next time: a forum allows few calls a minute.
      if (reads >= MOST_READ) break;
      reads += 1;
      const post = await readPost(context, place);
      if (!post.ok) return post;
      const extra = { addressed: '1', ...(notice.notification_type === 6 ? { private: '1' } : {}) };
      if (post.value) gathering.take(post.value, extra);
    }
    newest = notice.id;
  }
  return ok({ ...cursor, notifications: newest });
};

const placeOf = (notice: DiscourseNotification) =>
  SPOKEN_TO_US.has(notice.notification_type) && notice.topic_id && notice.post_number
    ? { topicId: notice.topic_id, number: notice.post_number }
    : undefined;
