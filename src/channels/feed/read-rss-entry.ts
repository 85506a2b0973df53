import { entryPlace } from './entry-place.ts';
import type { FeedEntry, FeedMedia, FeedSurroundings, Markup } from './feed-entry.ts';
import { asCount, asList, asRecord, asSize, asText } from './read-json.ts';
import { repliesLink } from './replies-link.ts';
import { nestBase, resolveUrl } from './resolve-url.ts';

/** RSS 0.9x, 1.0 (RDF) and 2.0, with Dublin Core, content, media and thr. */
export const readRssEntry = (raw: unknown, around: FeedSurroundings): FeedEntry => {
  const entry = asRecord(raw);
  const base = nestBase(around.base, asText(asRecord(entry.xml).base));
  const dublinCore = { ...asRecord(entry.dcterms), ...asRecord(entry.dc) };
  const guid = asRecord(entry.guid);
  const guidValue = asText(guid.value);
  const about = asText(asRecord(entry.rdf).about);
  const permalink = guid.isPermaLink === false ? undefined : webAddress(guidValue);
  return {
    id: guidValue ?? about,
    url: resolveUrl(asText(entry.link), base) ?? atomLink(entry.atom, base) ?? permalink ?? webAddress(about),
    title: markup(entry.title ?? first(dublinCore.titles), base),
    body: markup(
      asText(asRecord(entry.content).encoded) ?? entry.description ?? first(dublinCore.descriptions),
      base,
    ),
    author: authorOf(entry, dublinCore),
    language: asText(first(dublinCore.languages)) ?? asText(asRecord(entry.xml).lang),
    published: asText(entry.pubDate) ?? asText(first(dublinCore.dates)) ?? asText(first(dublinCore.created)),
    updated: asText(asRecord(entry.atom).updated) ?? asText(first(dublinCore.modified)),
    media: [
      ...asList(entry.enclosures).map((enclosure) => mediaOf(enclosure, base, 'length')),
      ...mediaNamespace(entry.media, base),
    ],
    links: [],
    place: entryPlace(entry),
    inReplyTo: asText(asRecord(asList(asRecord(entry.thr).inReplyTos)[0]).ref),
    commentFeed: commentFeedOf(entry, base),
  };
};

/** The Well-Formed Web's `wfw:commentRss`, with `slash:comments` for how many; or an Atom link to the answers. */
const commentFeedOf = (
  entry: Readonly<Record<string, unknown>>,
  base: string | undefined,
): FeedEntry['commentFeed'] => {
  const count = asCount(asRecord(entry.slash).comments) ?? asCount(asRecord(entry.thr).total);
  const url = resolveUrl(asText(asRecord(entry.wfw).commentRss), base);
  if (url) return { url, count };
  return repliesLink(asList(asRecord(entry.atom).links).map(asRecord), base, count);
};

/** Media RSS: https://www.rssboard.org/media-rss. Groups hold the same thing in several sizes: one is enough. */
export const mediaNamespace = (raw: unknown, base: string | undefined): readonly FeedMedia[] => {
  const media = asRecord(raw);
  const groups = [media.group, ...asList(media.groups)].map(asRecord);
  const contents = [
    ...asList(media.contents),
    ...groups.map((group) => asList(group.contents)[0]).filter((content) => content !== undefined),
  ];
  return contents.map((content) => mediaOf(content, base, 'fileSize'));
};

const mediaOf = (raw: unknown, base: string | undefined, sizeField: string): FeedMedia => {
  const found = asRecord(raw);
  const medium = asText(found.medium);
  return {
    url: resolveUrl(asText(found.url), base),
    mimeType: asText(found.type) ?? (medium ? `${medium}/*` : undefined),
    byteLength: asSize(found[sizeField]),
    name: asText(asRecord(found.title).value),
  };
};

const authorOf = (
  entry: Readonly<Record<string, unknown>>,
  dublinCore: Readonly<Record<string, unknown>>,
): FeedEntry['author'] => {
  const author = asRecord(asList(entry.authors)[0]);
  const atomAuthor = asRecord(asList(asRecord(entry.atom).authors)[0]);
  return {
    name:
      asText(first(dublinCore.creators)) ??
      asText(author.name) ??
      asText(atomAuthor.name) ??
      asText(asRecord(entry.itunes).author),
    url: webAddress(asText(author.link) ?? asText(atomAuthor.uri)),
    email: asText(author.email) ?? asText(atomAuthor.email),
  };
};

const atomLink = (atom: unknown, base: string | undefined): string | undefined => {
  const links = asList(asRecord(atom).links).map(asRecord);
  const alternate = links.find((link) => (asText(link.rel) ?? 'alternate') === 'alternate');
  return resolveUrl(asText(alternate?.href), base);
};

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

const webAddress = (text: string | undefined): string | undefined =>
  text && /^https?:\/\//i.test(text.trim()) ? resolveUrl(text, undefined) : undefined;

const markup = (value: unknown, base: string | undefined): Markup | undefined => {
  const text = asText(value);
  return text === undefined ? undefined : { value: text, as: 'guess', base };
};
