import { ok, type Result } from '../../platform/result.ts';
import type { BlueskyClient } from './client.ts';
import { PostsPageSchema, type PostView } from './views.ts';
import type { XrpcFailure } from './xrpc.ts';

/** The lexicon's own limit. */
const AT_ONCE = 25;

/** Posts as the AppView shows them now, by address; what it no longer has (or hides from us) is missing. */
export const getPosts = async (
  client: BlueskyClient,
  uris: readonly string[],
): Promise<Result<ReadonlyMap<string, PostView>, XrpcFailure>> => {
  const found = new Map<string, PostView>();
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const page = await client.query(
      'app.bsky.feed.getPosts',
      { uris: uris.slice(at, at + AT_ONCE) },
      PostsPageSchema,
    );
    if (!page.ok) return page;
    for (const post of page.value.output.posts) found.set(post.uri, post);
  }
  return ok(found);
};
