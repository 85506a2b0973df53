import { ok, type Result } from '../../platform/result.ts';
import type { ReceiveTargets } from '../contract.ts';
import type { GoogleFailure } from '../google/call-google.ts';
import { PageSchema, type Youtube, type YoutubeContext } from './client.ts';
import type { YoutubeCursor } from './cursor.ts';
import { SEARCHES_A_DAY, spentToday } from './quota.ts';

/** One search a time, so far apart that a day’s hundred are never used up. */
const APART_MS = 16 * 60_000;
const KEPT_BACK = 10;
/** A new term begins this far back. */
const BACK_MS = 7 * 86_400_000;

type Found = { readonly documents: readonly unknown[]; readonly place: YoutubeCursor };

/** Videos in which the term of a watch occurs whose turn it is (https://developers.google.com/youtube/v3/docs/search/list). */
export const searchVideos = async (
  context: YoutubeContext,
  youtube: Youtube,
  place: YoutubeCursor,
  { searches }: ReceiveTargets,
): Promise<Result<Found, GoogleFailure>> => {
  const now = context.clock.now();
  const terms = [...new Set(searches.map((term) => term.trim()).filter(Boolean))];
  const kept = Object.fromEntries(Object.entries(place.searches).filter(([term]) => terms.includes(term)));
  const isTooSoon = now.getTime() - Date.parse(place.searchedAt ?? '1970-01-01') < APART_MS;
  const term = terms.toSorted((one, other) => (kept[one] ?? '').localeCompare(kept[other] ?? ''))[0];
  const isSpent = spentToday(context).searches >= SEARCHES_A_DAY - KEPT_BACK;
  if (!term || isTooSoon || isSpent) return ok({ documents: [], place: { ...place, searches: kept } });
  const publishedAfter = kept[term] ?? new Date(now.getTime() - BACK_MS).toISOString();
  const page = await youtube.call(
    'search.list',
    { part: 'snippet', type: 'video', order: 'date', maxResults: 50, q: term, publishedAfter },
    PageSchema,
  );
  if (!page.ok) return page;
  // An hour of overlap: videos become findable some time after they were published.
  const next = new Date(now.getTime() - 3_600_000).toISOString();
  return ok({
    documents: page.value.output.items,
    place: { ...place, searches: { ...kept, [term]: next }, searchedAt: now.toISOString() },
  });
};
