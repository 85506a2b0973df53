import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { XClient, XFailure } from './client.ts';
import type { Cursor } from './cursor.ts';
import { xPrices } from './prices.ts';
import { type Found, type Listing, readPage } from './read-page.ts';

const CountSchema = z.object({ meta: z.object({ total_tweet_count: z.number() }) });
const COUNT_AGAIN_MS = 7 * 86_400_000;

type Search = Cursor['searches'][string];
export type Searched = { readonly search: Search; readonly found: Found | undefined };

export const SEARCH: Omit<Listing, 'query'> = {
  path: '/2/tweets/search/recent',
  price: xPrices.postRead,
  least: 10,
  most: 100,
};

/**
 * What is said in public with a term of the watches. First it is counted how much that is in a week: a term whose posts would take more than the whole
 * budget of a month is not looked for at all.
 */
export const pollSearch = async (
  client: XClient,
  { term, username, budget, now }: { term: string; username: string; budget: number; now: Date },
  begun: Search,
): Promise<Result<Searched, XFailure>> => {
  const query = queryOf(term, username);
  let search = begun;
  if (!begun.countedAt || Date.parse(begun.countedAt) + COUNT_AGAIN_MS < now.getTime()) {
    const counted = await client.buy(
      { path: '/2/tweets/counts/recent', query: { query, granularity: 'day' } },
      CountSchema,
      {
        worst: xPrices.count,
        thingsOf: () => [{ id: `count:${query}:${now.toISOString()}`, price: xPrices.count }],
        isListening: true,
      },
    );
    if (!counted.ok && counted.error.effect !== 'refused') return counted;
    const weekly = counted.ok ? counted.value.meta.total_tweet_count : 0;
    search = { ...begun, weekly, countedAt: now.toISOString() };
  }
  if (costOfMonth(search.weekly ?? 0) > budget) return ok({ search, found: undefined });
  const page = await readPage(client, { ...SEARCH, query: { query } }, search);
  if (!page.ok) return page;
  const { weekly, countedAt } = search;
  return ok({
    search: {
      ...page.value.place,
      ...(weekly === undefined ? {} : { weekly }),
      ...(countedAt ? { countedAt } : {}),
    },
    found: page.value,
  });
};

/** Of so many posts a week, in thirty days: each post, and an author for each at worst. */
export const costOfMonth = (weekly: number): number =>
  Math.round((weekly / 7) * 30 * (xPrices.postRead + xPrices.userRead));

/** https://docs.x.com/x-api/posts/search/integrate/build-a-query: at most 512 letters; reposts and our own words are not what is looked for. */
export const queryOf = (term: string, username: string): string => {
  const bare = term.replace(/["\\]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 400);
  const written = /^[#@]?[\p{L}\p{N}_]+$/u.test(bare) ? bare : `"${bare}"`;
  return `${written} -is:retweet${username ? ` -from:${username}` : ''}`;
};
