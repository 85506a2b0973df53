import type { Clock } from '../../platform/clock.ts';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import type { RawItem } from '../events.ts';
import { lookAtFeed } from './client.ts';
import type { CommentPlace } from './cursor.ts';
import type { FeedDocument } from './parse-document.ts';
import { readEntry } from './read-entry.ts';
import { idOf, splitDocument } from './split-document.ts';

type Outside = { readonly http: GuardedFetch; readonly clock: Clock };

/** Posts whose comments are followed: the newest of the feed. */
export const MOST_FOLLOWED = 40;
/** Comment feeds asked in one look: a site is not pressed because it has many posts. */
const AT_ONCE = 5;
/** Between two looks at comments of which nobody says that they grew; each failure doubles it. */
const REST_MS = 30 * 60_000;
const LONGEST_REST_MS = 24 * 3_600_000;
const MAX_BYTES = 2 * 1024 * 1024;

/** The comment feeds that a document names, by their posts: `wfw:commentRss` of RSS, `rel="replies"` of Atom (RFC 4685 4). Pure. */
export const placesIn = (
  { entries, format, around }: FeedDocument,
  known: readonly CommentPlace[],
): readonly CommentPlace[] => {
  const before = new Map(known.map((place) => [place.url, place]));
  const places = new Map<string, CommentPlace>();
  for (const raw of entries) {
    if (places.size >= MOST_FOLLOWED) break;
    const entry = readEntry(format, raw, around);
    const { commentFeed } = entry;
    if (!commentFeed || commentFeed.url === around.feedUrl || places.has(commentFeed.url)) continue;
    const { count: _, ...place } = before.get(commentFeed.url) ?? { url: commentFeed.url, failures: 0 };
    const count = commentFeed.count === undefined ? {} : { count: commentFeed.count };
    places.set(commentFeed.url, { ...place, of: idOf(entry), ...count });
  }
  return [...places.values()];
};

/** Those to be asked now: first where more is said to be, then those asked longest ago. None where nobody has commented. Pure. */
export const placesDue = (places: readonly CommentPlace[], now: Date): readonly CommentPlace[] => {
  const isGrown = ({ count, seen }: CommentPlace): boolean => count !== undefined && count !== (seen ?? 0);
  const isRested = ({ lookedAt, failures }: CommentPlace): boolean =>
    lookedAt === undefined ||
    now.getTime() - Date.parse(lookedAt) >= Math.min(REST_MS * 2 ** failures, LONGEST_REST_MS);
  return places
    .filter((place) => (place.failures === 0 && isGrown(place)) || (isRested(place) && place.count !== 0))
    .sort((one, other) => {
      const grown = Number(isGrown(other)) - Number(isGrown(one));
      return grown || (one.lookedAt ?? '').localeCompare(other.lookedAt ?? '');
    })
    .slice(0, AT_ONCE);
};

/** Looks at some of the comment feeds. One that fails is left for later and harms no other. */
export const followComments = async (
  outside: Outside,
  places: readonly CommentPlace[],
  around: Readonly<Record<string, string>>,
): Promise<{ readonly items: readonly RawItem[]; readonly places: readonly CommentPlace[] }> => {
  const due = placesDue(places, outside.clock.now());
  const looked = await Promise.all(due.map((place) => lookAt(outside, place, around)));
  const after = new Map(looked.map(({ place }) => [place.url, place]));
  return {
    items: looked.flatMap(({ items }) => items),
    places: places.map((place) => after.get(place.url) ?? place),
  };
};

const lookAt = async (
  outside: Outside,
  place: CommentPlace,
  around: Readonly<Record<string, string>>,
): Promise<{ readonly place: CommentPlace; readonly items: readonly RawItem[] }> => {
  const lookedAt = outside.clock.now().toISOString();
  const { url, of, count, etag, lastModified } = place;
  const visit = await lookAtFeed(
    outside,
    {
      ...{ page: url, feedUrl: url },
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
    },
    { maxBytes: MAX_BYTES },
  );
  if (!visit.ok) return { place: { ...place, lookedAt, failures: place.failures + 1 }, items: [] };
  const { document, cursor } = visit.value;
  const items = document
    ? splitDocument(document, { ...document.around, ...around, commentsOf: of }).filter(
        ({ nativeId }) => nativeId !== of,
      )
    : [];
  const seen = count === undefined ? {} : { seen: count, count };
  const { etag: newTag, lastModified: newDate } = cursor;
  return {
    place: {
      ...{ url, of, lookedAt, failures: 0 },
      ...seen,
      ...(newTag ? { etag: newTag } : {}),
      ...(newDate ? { lastModified: newDate } : {}),
    },
    items: items.toReversed(),
  };
};
