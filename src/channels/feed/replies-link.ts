import type { FeedEntry } from './feed-entry.ts';
import { asCount, asRecord, asText } from './read-json.ts';
import { resolveUrl } from './resolve-url.ts';

/** RFC 4685 4: the feed with the answers, how many as the link or the entry says. */
export const repliesLink = (
  links: readonly Readonly<Record<string, unknown>>[],
  base: string | undefined,
  total: number | undefined,
): FeedEntry['commentFeed'] => {
  const isFeed = (link: Readonly<Record<string, unknown>>): boolean =>
    /^\s*(?:application\/(?:atom|rss|rdf)\+xml|application\/feed\+json|(?:application|text)\/xml)\b/i.test(
      asText(link.type) ?? 'application/atom+xml',
    );
  const found = links.find((link) => asText(link.rel)?.toLowerCase() === 'replies' && isFeed(link));
  const url = resolveUrl(asText(found?.href), base);
  return url ? { url, count: asCount(asRecord(found?.thr).count) ?? total } : undefined;
};
