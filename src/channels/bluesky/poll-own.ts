import { ok, type Result } from '../../platform/result.ts';
import type { BlueskyClient } from './client.ts';
import type { PollCursor } from './cursor.ts';
import { FeedPageSchema, latest, type PostView, withOverlap } from './views.ts';
import type { XrpcFailure } from './xrpc.ts';

type Place = PollCursor['own'];

const MAX_PAGES = 10;

/** What we wrote ourselves, from here or from Bluesky's own app, so that threads are whole. Reposts are others' words. */
export const pollOwnPosts = async (
  client: BlueskyClient,
  place: Place,
): Promise<Result<{ readonly documents: readonly PostView[]; readonly place: Place }, XrpcFailure>> => {
  const floor = withOverlap(place.seen);
  const found: PostView[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < (floor === undefined ? 1 : MAX_PAGES); count += 1) {
    const answer = await client.query(
      'app.bsky.feed.getAuthorFeed',
      { actor: client.did, filter: 'posts_with_replies', limit: 50, cursor },
      FeedPageSchema,
    );
    if (!answer.ok) return answer;
    const { feed } = answer.value.output;
    const posts = feed.filter(({ reason }) => reason === undefined).map(({ post }) => post);
    found.push(...posts.filter(({ indexedAt }) => floor === undefined || indexedAt >= floor));
    cursor = answer.value.output.cursor;
    const isDone = posts.some(({ indexedAt }) => floor !== undefined && indexedAt < floor);
    if (isDone || cursor === undefined || feed.length === 0) break;
  }
  const seen = latest(place.seen, ...found.map(({ indexedAt }) => indexedAt));
  const ours = found.filter(({ author }) => author.did === client.did);
  return ok({ documents: ours.toReversed(), place: seen ? { seen } : {} });
};
