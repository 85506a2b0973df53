import { ok, type Result } from '../../platform/result.ts';
import type { CallFailure, DiscourseContext } from './client.ts';
import type { Cursor, Known } from './cursor.ts';
import type { Gathering } from './gather.ts';
import { readPost } from './read-post.ts';

const EVERY = 5;
const AT_ONCE = 8;

/**
 * Looks whether what we hold is still there and still says the same: the newest, one part of the others in turn, and what was missed the last
 * time. Gone is what was missing twice: a forum under repair must not make us forget.
 */
export const recheck = async (
  context: DiscourseContext,
  gathering: Gathering,
  cursor: Cursor,
): Promise<Result<Cursor, CallFailure>> => {
  if (cursor.turn % EVERY !== 0) return ok(cursor);
  for (const one of chosen([...gathering.known.values()], Math.floor(cursor.turn / EVERY))) {
    const post = await readPost(context, one);
    if (!post.ok) return post;
    const isHere = post.value?.topic_id === one.topicId && post.value.post_number === one.number;
    if (post.value) gathering.take(post.value);
    // Moved to another topic: there it is another address, and here nothing is left.
    if (post.value && !isHere) gathering.remove(one);
    if (!post.value && one.missed) gathering.remove(one);
    else if (!post.value) gathering.miss(one);
  }
  return ok(cursor);
};

const chosen = (known: readonly Known[], round: number): ReadonlySet<Known> => {
  const newest = known.slice(-AT_ONCE);
  const others = known.slice(0, -AT_ONCE);
  const parts = Math.max(1, Math.ceil(others.length / AT_ONCE));
  const from = (round % parts) * AT_ONCE;
  return new Set([...newest, ...others.slice(from, from + AT_ONCE), ...known.filter(({ missed }) => missed)]);
};
