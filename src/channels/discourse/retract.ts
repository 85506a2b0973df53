import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { call, type DiscourseContext } from './client.ts';
import { readPostId } from './post-id.ts';
import { sameName } from './post-item.ts';
import { readPost } from './read-post.ts';

/** "Delete a single post": ours only. What is not there any more is taken back already. */
export const retractDiscourse = async (
  context: DiscourseContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const place = readPostId(nativeId);
  if (!place) return err({ kind: 'not-found', detail: 'no post of a forum' });
  const post = await readPost(context, { topicId: place.topicId, number: place.postNumber });
  if (!post.ok) return err(post.error.problem);
  if (!post.value) return ok(undefined);
  const { id, username } = post.value;
  if (!sameName(String(username ?? ''), context.settings.username))
    return err({ kind: 'forbidden', detail: 'the post is not ours' });
  const deleted = await call(context, { method: 'DELETE', path: `/posts/${id}.json` }, z.unknown());
  return deleted.ok || deleted.error.status === 404 ? ok(undefined) : err(deleted.error.problem);
};
