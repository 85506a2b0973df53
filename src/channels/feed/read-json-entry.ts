import type { FeedEntry, FeedSurroundings, Markup } from './feed-entry.ts';
import { asList, asRecord, asSize, asText } from './read-json.ts';
import { resolveUrl } from './resolve-url.ts';

/** JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/ */
export const readJsonEntry = (raw: unknown, around: FeedSurroundings): FeedEntry => {
  const item = asRecord(raw);
  const base = around.base;
  const external = resolveUrl(asText(item.external_url), base);
  const author = asRecord(asList(item.authors)[0] ?? item.author);
  return {
    id: asText(item.id),
    url: resolveUrl(asText(item.url), base) ?? external,
    title: markup(item.title, 'plain', base),
    body:
      markup(item.content_html, 'html', base) ??
      markup(item.content_text, 'plain', base) ??
      markup(item.summary, 'plain', base),
    author: {
      name: asText(author.name),
      url: resolveUrl(asText(author.url), base),
      email: undefined,
      avatarUrl: resolveUrl(asText(author.avatar), base),
    },
    language: asText(item.language),
    published: asText(item.date_published),
    updated: asText(item.date_modified),
    media: [
      ...asList(item.attachments)
        .map(asRecord)
        .map((attachment) => ({
          url: resolveUrl(asText(attachment.url), base),
          mimeType: asText(attachment.mime_type),
          byteLength: asSize(attachment.size_in_bytes),
          name: asText(attachment.title),
        })),
      { url: resolveUrl(asText(item.image), base), mimeType: 'image/*', byteLength: undefined },
    ],
    links: external && asText(item.url) ? [external] : [],
    inReplyTo: undefined,
  };
};

const markup = (value: unknown, as: Markup['as'], base: string | undefined): Markup | undefined => {
  const text = asText(value);
  return text === undefined ? undefined : { value: text, as, base };
};
