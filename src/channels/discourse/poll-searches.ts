import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ReceiveTargets } from '../contract.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';
import type { Cursor } from './cursor.ts';
import type { Gathering } from './gather.ts';
import { readPost } from './read-post.ts';

const FoundSchema = z.object({
  posts: z.array(z.object({ id: z.number(), topic_id: z.number(), post_number: z.number() })).catch([]),
});

const EVERY_MS = 30 * 60_000;
const MOST_READ = 6;

/**
 * One term a poll, each twice an hour: new posts come by themselves, this finds what was said before we came (https://docs.discourse.org/, "Search for a
 * term"). What is found is only a piece of each post, and is read whole.
 */
export const pollSearches = async (
  context: DiscourseContext,
  gathering: Gathering,
  cursor: Cursor,
  targets: ReceiveTargets,
): Promise<Result<Cursor, CallFailure>> => {
  const terms = [...new Set(targets.searches.map((term) => term.trim()).filter((term) => term.length >= 3))];
  // Terms of watches that are no more are forgotten.
  const kept = Object.fromEntries(Object.entries(cursor.searches).filter(([term]) => terms.includes(term)));
  const now = context.clock.now();
  const isDue = (term: string) => !(Date.parse(kept[term]?.askedAt ?? '') + EVERY_MS > now.getTime());
  const term = terms.find(isDue);
  if (term === undefined) return ok({ ...cursor, searches: kept });
  const query = { q: `${term} order:latest` };
  const found = await call(context, { path: '/search.json', query }, FoundSchema);
  // A term that the forum will not search must not stop the others.
  if (!found.ok && found.error.effect !== 'refused') return found;
  const before = kept[term]?.newest ?? 0;
  const hits = (found.ok ? found.value.output.posts : [])
    .filter(({ id, topic_id, post_number }) => id > before && !gathering.has(topic_id, post_number))
    .toSorted((one, other) => one.id - other.id)
    .slice(-MOST_READ);
  for (const hit of hits) {
    const post = await readPost(context, hit);
    if (!post.ok) return post;
    if (post.value) gathering.take(post.value);
  }
  const newest = Math.max(before, ...(found.ok ? found.value.output.posts.map(({ id }) => id) : []));
  return ok({ ...cursor, searches: { ...kept, [term]: { newest, askedAt: now.toISOString() } } });
};
