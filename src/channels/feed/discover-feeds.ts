import { scanTags } from '../../platform/text/index.ts';
import { nestBase, resolveUrl } from './resolve-url.ts';

export type DiscoveredFeed = { readonly url: string; readonly title: string };

const feedType =
  /^\s*(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/xml|application\/xml)\b/i;

/** The feeds that a page names (WHATWG HTML 4.6.7.1, "alternate"), articles before comments. */
export const discoverFeeds = (html: string, pageUrl: string): readonly DiscoveredFeed[] => {
  const found = new Map<string, string>();
  let base: string | undefined = pageUrl;
  scanTags(html, {
    open: (name, attributes) => {
      if (name === 'base') base = nestBase(base, attributes.href);
      if (name !== 'link' || found.size >= 20) return;
      const isFeed =
        /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(attributes.rel ?? '') &&
        feedType.test(attributes.type ?? '') &&
        !/oembed|wp-json/i.test(attributes.href ?? '');
      const url = isFeed ? resolveUrl(attributes.href, base) : undefined;
      if (url && !found.has(url)) found.set(url, attributes.title ?? '');
    },
  });
  const feeds = [...found].map(([url, title]) => ({ url, title }));
  return [...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)];
};

const isOfComments = ({ url, title }: DiscoveredFeed): boolean => /comment/i.test(`${url} ${title}`);
