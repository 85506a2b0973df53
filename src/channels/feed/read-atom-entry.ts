import { decodeContent } from './decode-content.ts';
import { entryPlace } from './entry-place.ts';
import type { FeedEntry, FeedMedia, FeedSurroundings, Markup } from './feed-entry.ts';
import { asCount, asList, asRecord, asSize, asText } from './read-json.ts';
import { mediaNamespace } from './read-rss-entry.ts';
import { repliesLink } from './replies-link.ts';
import { nestBase, resolveUrl } from './resolve-url.ts';

/** Atom 1.0 (RFC 4287), 0.3, and threading (RFC 4685). */
export const readAtomEntry = (raw: unknown, around: FeedSurroundings): FeedEntry => {
  const entry = asRecord(raw);
  const xml = asRecord(entry.xml);
  const base = nestBase(around.base, asText(xml.base));
  const links = asList(entry.links).map(asRecord);
  const content = construct(entry.content, base, around);
  const summary = construct(entry.summary, base, around);
  return {
    id: asText(entry.id),
    url: linkOf(links, base),
    title: construct(entry.title, base, around),
    body: content ?? summary ?? construct(mediaDescription(entry.media), base, around),
    author: authorOf(entry, base),
    language: asText(asRecord(asRecord(entry.content).xml).lang) ?? asText(xml.lang),
    published: asText(entry.published),
    updated: asText(entry.updated),
    media: [
      ...enclosures(links, base),
      ...contentElsewhere(entry.content, base),
      ...mediaNamespace(entry.media, base),
    ],
    links: links
      .filter((link) => link.rel === 'related' || link.rel === 'via')
      .flatMap((link) => resolveUrl(asText(link.href), base) ?? []),
    place: entryPlace(entry),
    inReplyTo: asText(asRecord(asList(asRecord(entry.thr).inReplyTos)[0]).ref),
    commentFeed: repliesLink(links, base, asCount(asRecord(entry.thr).total)),
  };
};

/** A text construct or content (RFC 4287 3.1, 4.1.3), decoded; undefined for what is no text. */
const construct = (raw: unknown, outer: string | undefined, around: FeedSurroundings): Markup | undefined => {
  const found = typeof raw === 'string' ? { value: raw } : asRecord(raw);
  const value = asText(found.value);
  if (value === undefined) return undefined;
  const base = nestBase(outer, asText(asRecord(found.xml).base));
  const decoded = decodeContent(value, asText(found.type), around.base64 === '1');
  return decoded && { ...decoded, base };
};

const linkOf = (
  links: readonly Readonly<Record<string, unknown>>[],
  base: string | undefined,
): string | undefined => {
  const alternates = links.filter((link) => (asText(link.rel) ?? 'alternate') === 'alternate');
  const page = alternates.find((link) => /html/i.test(asText(link.type) ?? 'html')) ?? alternates[0];
  return resolveUrl(asText(page?.href), base);
};

const enclosures = (
  links: readonly Readonly<Record<string, unknown>>[],
  base: string | undefined,
): readonly FeedMedia[] =>
  links
    .filter((link) => link.rel === 'enclosure')
    .map((link) => ({
      url: resolveUrl(asText(link.href), base),
      mimeType: asText(link.type),
      byteLength: asSize(link.length),
      name: asText(link.title),
    }));

/** Content kept at another address (RFC 4287 4.1.3.2): a film, a recording. */
const contentElsewhere = (raw: unknown, outer: string | undefined): readonly FeedMedia[] => {
  const content = asRecord(raw);
  const base = nestBase(outer, asText(asRecord(content.xml).base));
  const url = resolveUrl(asText(content.src), base);
  return url ? [{ url, mimeType: asText(content.type), byteLength: undefined }] : [];
};

const authorOf = (entry: Readonly<Record<string, unknown>>, base: string | undefined) => {
  const author = asRecord(asList(entry.authors)[0] ?? asList(asRecord(entry.source).authors)[0]);
  const creator = asText(asList(asRecord(entry.dc).creators)[0]);
  return {
    name: asText(author.name) ?? creator,
    url: resolveUrl(asText(author.uri), base),
    email: asText(author.email),
  };
};

const mediaDescription = (raw: unknown): unknown => {
  const media = asRecord(raw);
  return media.description ?? asRecord(media.group).description;
};
