import { ok, type Result } from '../../platform/result.ts';
import type { BlueskyClient } from './client.ts';
import { searchableText } from './searchable-text.ts';
import { latest, PostsPageSchema, type PostView, withOverlap } from './views.ts';
import type { XrpcFailure } from './xrpc.ts';

const MAX_PAGES = 5;

export type SearchFound = { readonly documents: readonly PostView[]; readonly seen: string | undefined };

/**
 * Public posts with one term, newest first back to the last ones seen. The server's search also finds words in
 * names and stems: `wants` has the last word.
 */
export const pollSearch = async (
  client: BlueskyClient,
  term: string,
  seen: string | undefined,
  wants: (text: string) => boolean,
  mostPages = MAX_PAGES,
): Promise<Result<SearchFound, XrpcFailure>> => {
  const floor = withOverlap(seen);
  const found: PostView[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < (floor === undefined ? 1 : mostPages); count += 1) {
    const answer = await client.query(
      'app.bsky.feed.searchPosts',
      { q: queryOf(term), sort: 'latest', limit: 100, cursor },
      PostsPageSchema,
    );
    if (!answer.ok) return answer;
    const { posts } = answer.value.output;
    found.push(...posts.filter(({ indexedAt }) => floor === undefined || indexedAt >= floor));
    cursor = answer.value.output.cursor;
    const isDone = posts.some(({ indexedAt }) => floor !== undefined && indexedAt < floor);
    if (isDone || cursor === undefined || posts.length === 0) break;
  }
  return ok({
    documents: found.filter(({ record }) => wants(searchableText(record))).toReversed(),
    seen: latest(seen, ...found.map(({ indexedAt }) => indexedAt)),
  });
};

/** Several words are a phrase, as in our watches. */
const queryOf = (term: string): string => {
  const clean = term.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  return clean.includes(' ') ? `"${clean}"` : clean;
};
