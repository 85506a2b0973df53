import { linkHeaders } from '../web/discover-endpoint.ts';
import { asList, asRecord, asText } from './read-json.ts';
import { resolveUrl } from './resolve-url.ts';

/** Who brings what is new in a feed, and under which address it knows the feed. */
export type FeedHub = { readonly hub: string; readonly topic: string };

export type HubLinks = { readonly hub?: string; readonly self?: string };

/** The links that a document itself carries: atom:link in RSS and Atom, `hubs` in JSON Feed 1.1. */
export const hubLinks = (feed: Readonly<Record<string, unknown>>, base: string | undefined): HubLinks => {
  const links = [...asList(feed.links), ...asList(asRecord(feed.atom).links)].map(asRecord);
  const of = (rel: string) =>
    resolveUrl(asText(links.find((link) => asText(link.rel)?.toLowerCase() === rel)?.href), base);
  const jsonHub = asList(feed.hubs)
    .map(asRecord)
    .find((hub) => /^websub$/i.test(asText(hub.type) ?? ''));
  const hub = of('hub') ?? resolveUrl(asText(jsonHub?.url), base);
  const self = of('self') ?? resolveUrl(asText(feed.feed_url), base);
  return { ...(hub ? { hub } : {}), ...(self ? { self } : {}) };
};

/** Link headers go before what the document says (https://www.w3.org/TR/websub/#discovery). Without a self the address itself is the topic. */
export const discoverHub = (
  response: { readonly url: string; readonly headers: Headers },
  document: HubLinks,
): FeedHub | undefined => {
  const headers = linkHeaders(response.headers.get('link'));
  const of = (rel: string) =>
    resolveUrl(headers.find(({ rels }) => rels.includes(rel))?.target, response.url);
  const hub = of('hub') ?? document.hub;
  return hub ? { hub, topic: of('self') ?? document.self ?? response.url } : undefined;
};
