import { htmlToText } from '../../platform/text/index.ts';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, Media, RawItem } from '../events.ts';
import { parseDate } from '../parse-date.ts';
import { fittingId } from '../text-digest.ts';
import { type FeedEntry, type FeedSurroundings, feedFormats, type Markup } from './feed-entry.ts';
import { type HtmlReferences, htmlReferences } from './html-references.ts';
import { readEntry } from './read-entry.ts';
import { asRecord, parseJson } from './read-json.ts';
import { ENTRY_TYPE } from './split-document.ts';

/** One entry as one item. Pure and total. */
export const normaliseFeed = (raw: RawItem): readonly ChannelEvent[] => {
  const problem = raw.context.problem;
  if (raw.contentType !== ENTRY_TYPE || raw.encoding !== 'utf8' || problem !== undefined) {
    return [unrecognised(raw, `no feed entry${problem ? `: ${problem}` : ''}`)];
  }
  const body = asRecord(parseJson(raw.body));
  const format = feedFormats.find((known) => known === body.format);
  if (!format) return [unrecognised(raw, 'the entry does not read')];
  const around: FeedSurroundings = raw.context;
  const entry = readEntry(format, body.entry, around);
  if (!entry.title && !entry.body && !entry.url && entry.media.length === 0) {
    return [unrecognised(raw, 'an entry with nothing in it')];
  }
  return [{ kind: 'item', item: itemOf(raw, entry, around) }];
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason: cleanLine(reason),
});

const itemOf = (raw: RawItem, entry: FeedEntry, around: FeedSurroundings): Item => {
  const parent = parentOf(entry, around);
  const root = around.commentsOf ?? parent;
  const isComment = parent !== undefined;
  const references = referencesOf(entry.body);
  const title = entry.title && cleanLine(textOf(entry.title));
  const language = languageTag(entry.language ?? around.language);
  const isOwnSite = around.ownSite === '1';
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: isComment ? 'comment' : 'article',
    visibility: 'public',
    author: authorOf(entry, around),
    ours: isOwnSite && !isComment,
    addressed: isOwnSite && isComment,
    ...(title ? { title } : {}),
    text: entry.body ? textOf(entry.body) : '',
    ...(language ? { language } : {}),
    ...(entry.place ? { place: entry.place } : {}),
    ...(entry.url ? { url: entry.url } : {}),
    ...datesOf(entry, around),
    ...(parent && root ? { parentNativeId: parent, rootNativeId: root } : {}),
    references: [],
    links: linksOf(entry, references),
    media: mediaOf(entry, references),
    replyContext: {},
  };
};

const markedUp = /<\/?[a-z][^<>]*>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i;

const isHtml = (markup: Markup): boolean =>
  markup.as === 'html' || (markup.as === 'guess' && markedUp.test(markup.value));

const textOf = (markup: Markup): string =>
  cleanBody(isHtml(markup) ? htmlToText(markup.value) : markup.value);

const nameOf = (text: string): string =>
  cleanLine(textOf({ value: text, as: 'guess', base: undefined }), 200);

const referencesOf = (body: Markup | undefined): HtmlReferences =>
  body && isHtml(body) ? htmlReferences(body.value, body.base) : { links: [], images: [] };

/** RFC 4685, the way WordPress numbers comments (the post's own id with `#comment-12` behind it), or the post whose comments these are. */
const parentOf = (entry: FeedEntry, { commentsOf }: FeedSurroundings): string | undefined => {
  if (entry.inReplyTo) return fittingId(entry.inReplyTo);
  const marked = [entry.id, entry.url].find((id) => id && /#comment-\d+$/.test(id));
  return commentsOf ?? (marked && fittingId(marked.replace(/#comment-\d+$/, '')));
};

const datesOf = (entry: FeedEntry, around: FeedSurroundings): Pick<Item, 'saidAt' | 'editedAt'> => {
  const published = parseDate(entry.published, around.fetchedAt);
  const updated = parseDate(entry.updated, around.fetchedAt);
  const saidAt = published ?? updated;
  const isEdited = published !== undefined && updated !== undefined && updated > published;
  return { ...(saidAt ? { saidAt } : {}), ...(isEdited ? { editedAt: updated } : {}) };
};

/** A name is a key only within its feed; a feed that names nobody speaks itself. */
const authorOf = (entry: FeedEntry, around: FeedSurroundings): Author => {
  const { author } = entry;
  const written = author.name ?? around.feedAuthor;
  const name = written && nameOf(written);
  const feedName = around.feedTitle && nameOf(around.feedTitle);
  const feed = around.feedUrl ?? around.feedLink ?? 'feed:';
  const key =
    author.url ?? (author.email ? `mailto:${author.email.trim().toLowerCase()}` : undefined) ?? name;
  const inherited = author.name ? undefined : around.feedAuthorUrl;
  const url = author.url ?? inherited ?? (name ? undefined : around.feedLink);
  return {
    nativeId: fittingId(author.url ?? (key ? `${feed}#${key}` : feed)),
    ...(name || feedName ? { name: name || feedName || '' } : {}),
    ...(url ? { url } : {}),
    ...(author.avatarUrl ? { avatarUrl: author.avatarUrl } : {}),
  };
};

const linksOf = (entry: FeedEntry, references: HtmlReferences): Item['links'] => {
  const titled = references.links.map(({ url, title }) => {
    const clean = title ? cleanLine(title) : '';
    return { url, ...(clean ? { title: clean } : {}) };
  });
  const found = [...entry.links.map((url) => ({ url })), ...titled];
  return [...new Map(found.map((link) => [link.url, link])).values()];
};

const mediaOf = (entry: FeedEntry, references: HtmlReferences): readonly Media[] => {
  const enclosed = entry.media.flatMap(({ url, mimeType, byteLength, name }): Media[] => {
    if (!url) return [];
    const clean = name ? cleanLine(name) : '';
    const type = mimeType && /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : undefined;
    return [
      {
        kind: kindOf(mimeType),
        url,
        ...(clean ? { name: clean } : {}),
        ...(type ? { mimeType: type } : {}),
        ...(byteLength ? { byteLength } : {}),
      },
    ];
  });
  const shown = references.images.map(({ url, alt }): Media => {
    const clean = alt ? cleanLine(alt) : '';
    return { kind: 'image', url, ...(clean ? { alt: clean } : {}) };
  });
  return [...new Map([...shown, ...enclosed].map((media) => [media.url, media])).values()].slice(0, 50);
};

const kindOf = (mimeType: string | undefined): Media['kind'] => {
  const top = mimeType?.split('/')[0]?.toLowerCase();
  return top === 'image' || top === 'video' || top === 'audio' ? top : 'file';
};

/** BCP 47 in its usual writing, such as `it-IT`; undefined for what is none. */
const languageTag = (text: string | undefined): string | undefined => {
  try {
    return text ? Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
};
