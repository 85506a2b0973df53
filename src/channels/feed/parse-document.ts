import { parseFeed } from 'feedsmith';
import { err, ok, type Result } from '../../platform/result.ts';
import { storable } from '../storable.ts';
import { type HubLinks, hubLinks } from './discover-hub.ts';
import type { FeedFormat, FeedSurroundings } from './feed-entry.ts';
import { type HiddenProblem, hiddenProblem } from './hidden-problem.ts';
import { asList, asRecord, asText, parseJson } from './read-json.ts';
import { nestBase, resolveUrl } from './resolve-url.ts';

export type FeedDocument = {
  readonly format: FeedFormat;
  readonly around: FeedSurroundings;
  readonly entries: readonly unknown[];
  /** Who brings what is new, as the document says. */
  readonly links: HubLinks;
};

/** `not-a-feed` may be a page that names one; the others are documents that we will not or cannot read. */
export type DocumentProblem = 'not-a-feed' | 'broken' | HiddenProblem;

const MAX_ENTRIES = 5_000;

/** Reads RSS, Atom, RDF or JSON Feed. `url` is where it came from: the outermost base. Total. */
export const parseDocument = (
  text: string,
  url: string | undefined,
): Result<FeedDocument, DocumentProblem> => {
  const hidden = hiddenProblem(text);
  if (hidden) return err(hidden);
  try {
    const { format, feed } = parseFeed(text.trimStart());
    return ok(readFeed(format, asRecord(feed), text, url));
  } catch {
    return err(isFeedLike(text) ? 'broken' : 'not-a-feed');
  }
};

/** True when the document stops before its root is closed: half an answer, whatever its length header said. */
export const isCutShort = (text: string, format: FeedFormat): boolean =>
  format !== 'json' && !/<\/\s*(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-4_096));

/** Meant as a feed, by its root or by being JSON that does not read. */
const isFeedLike = (text: string): boolean =>
  /<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i.test(text.slice(0, 4_096)) ||
  (text.trimStart().startsWith('{') && parseJson(text) === undefined);

const readFeed = (
  format: FeedFormat,
  feed: Readonly<Record<string, unknown>>,
  text: string,
  url: string | undefined,
): FeedDocument => {
  const base = nestBase(url, baseOf(format, feed));
  const xml = asRecord(feed.xml);
  const title = asText(feed.title) ?? asText(asRecord(feed.title).value);
  const link = pageOf(feed, base);
  const author = asText(asRecord(asList(feed.authors)[0]).name) ?? asText(asRecord(feed.managingEditor).name);
  const speaker = asRecord(asList(feed.authors)[0] ?? feed.author);
  const authorUrl = resolveUrl(asText(speaker.uri) ?? asText(speaker.url), base);
  const language =
    asText(xml.lang) ?? asText(feed.language) ?? asText(asList(asRecord(feed.dc).languages)[0]);
  return {
    format,
    entries: asList(feed.items ?? feed.entries).slice(0, MAX_ENTRIES),
    links: hubLinks(feed, base ?? url),
    around: {
      ...(url ? { feedUrl: url } : {}),
      ...(title ? { feedTitle: storable(title).slice(0, 2_000) } : {}),
      ...(link ? { feedLink: link } : {}),
      ...(author ? { feedAuthor: storable(author).slice(0, 2_000) } : {}),
      ...(authorUrl ? { feedAuthorUrl: authorUrl } : {}),
      ...(base ? { base } : {}),
      ...(language ? { language: storable(language).slice(0, 100) } : {}),
      ...(/\smode\s*=\s*["']base64["']/i.test(text) ? { base64: '1' } : {}),
    },
  };
};

/** Where no xml:base is, RSS and JSON Feed mean their own page (their links are in practice relative to the site). */
const baseOf = (format: FeedFormat, feed: Readonly<Record<string, unknown>>): string | undefined => {
  const declared = asText(asRecord(feed.xml).base);
  if (declared !== undefined || format === 'atom') return declared;
  const page = asText(feed.link) ?? asText(feed.home_page_url);
  return page && resolveUrl(page, undefined) ? page : undefined;
};

const pageOf = (feed: Readonly<Record<string, unknown>>, base: string | undefined): string | undefined => {
  const links = asList(feed.links).map(asRecord);
  const alternate = links.find((link) => (asText(link.rel) ?? 'alternate') === 'alternate');
  return resolveUrl(asText(feed.link) ?? asText(feed.home_page_url) ?? asText(alternate?.href), base);
};
