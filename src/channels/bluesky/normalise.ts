import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, RawItem } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { didOf, postPage, profilePage } from './at-uri.ts';
import { type BlueskyDocument, DocumentSchema, type PostRecord, PostRecordSchema } from './raw-document.ts';
import { type Embedded, readEmbed } from './read-embed.ts';
import { webAddress } from './tolerant.ts';

/** A post as an item, its removal, or a reaction. `raw.context.accountId` is our DID. Pure and total. */
export const normaliseBluesky = (raw: RawItem): readonly ChannelEvent[] => {
  const document = raw.encoding === 'utf8' ? readDocument(raw.body) : undefined;
  if (!document) return [unrecognised(raw, 'no record of Bluesky')];
  if (document.deleted) return [removedOf(raw, document)];
  const record = PostRecordSchema.safeParse(document.record);
  const author = authorOf(document);
  if (record.success && author) {
    return [{ kind: 'item', item: itemOf(raw, document, record.data, author) }];
  }
  const reaction = document.reason === undefined ? undefined : reactions[document.reason];
  if (reaction && author) return [reactionOf(document, reaction, author)];
  return [unrecognised(raw, `neither a post nor a known reaction (${document.reason ?? 'no reason'})`)];
};

const readDocument = (body: string): BlueskyDocument | undefined => {
  try {
    return DocumentSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: raw.nativeId,
  reason: cleanLine(reason, 200),
});

const removedOf = (raw: RawItem, { deletedAt }: BlueskyDocument): ChannelEvent => {
  const removedAt = instant(deletedAt);
  return { kind: 'removed', nativeId: raw.nativeId, ...(removedAt ? { removedAt } : {}) };
};

const reactions: Readonly<Record<string, 'like' | 'repost' | 'follow'>> = {
  like: 'like',
  'like-via-repost': 'like',
  repost: 'repost',
  'repost-via-repost': 'repost',
  follow: 'follow',
};

const reactionOf = (
  { reasonSubject, indexedAt }: BlueskyDocument,
  reaction: 'like' | 'repost' | 'follow',
  author: Author,
): ChannelEvent => {
  const saidAt = instant(indexedAt);
  return {
    kind: 'reaction',
    reaction,
    author,
    ...(reasonSubject ? { ofNativeId: fittingId(reasonSubject) } : {}),
    ...(saidAt ? { saidAt } : {}),
  };
};

const itemOf = (raw: RawItem, document: BlueskyDocument, record: PostRecord, author: Author): Item => {
  const embedded = readEmbed(record.embed, document.embed, author.nativeId);
  const us = raw.context.accountId;
  const ours = us !== undefined && author.nativeId === us;
  const warning = warningOf(document, record);
  const language = languageTag(record.langs[0]);
  const url = postPage(document.uri, author.handle);
  const saidAt = saidAtOf(record.createdAt, document.indexedAt);
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: record.reply ? 'reply' : 'post',
    visibility: 'public',
    author,
    ours,
    addressed: us !== undefined && !ours && speaksTo(us, record, embedded),
    text: cleanBody(record.text),
    ...(embedded.quoted ? { quoted: embedded.quoted } : {}),
    ...(warning ? { contentWarning: warning } : {}),
    ...(language ? { language } : {}),
    ...(url ? { url } : {}),
    ...(saidAt ? { saidAt } : {}),
    ...threadOf(record),
    references: [],
    links: linksOf(record, embedded),
    media: embedded.media,
    replyContext: replyContextOf(document, record, embedded),
  };
};

const authorOf = ({ author, uri }: BlueskyDocument): Author | undefined => {
  const did = author?.did ?? didOf(uri);
  if (!did) return undefined;
  const name = author?.displayName ? cleanLine(author.displayName, 200) : '';
  const handle = author?.handle && author.handle !== 'handle.invalid' ? cleanLine(author.handle, 253) : '';
  const avatarUrl = webAddress(author?.avatar);
  return {
    nativeId: fittingId(did),
    ...(name ? { name } : {}),
    ...(handle ? { handle } : {}),
    url: profilePage(fittingId(did), handle),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};

/** Mentions us, answers us, or quotes us. From the record alone: the same by whichever way it came. */
const speaksTo = (us: string, record: PostRecord, { quotedUri }: Embedded): boolean =>
  didOf(record.reply?.parent.uri) === us ||
  didOf(quotedUri) === us ||
  record.facets.some(({ features }) => features.some((feature) => feature.did === us));

const threadOf = ({ reply }: PostRecord): Pick<Item, 'parentNativeId' | 'rootNativeId'> =>
  reply ? { parentNativeId: fittingId(reply.parent.uri), rootNativeId: fittingId(reply.root.uri) } : {};

/** Facets count UTF-8 bytes (lexicon app.bsky.richtext.facet). */
const linksOf = (record: PostRecord, embedded: Embedded): Item['links'] => {
  const bytes = Buffer.from(record.text, 'utf8');
  const written = record.facets.flatMap(({ index, features }) =>
    features.flatMap(({ uri }) => {
      const url = webAddress(uri);
      if (!url) return [];
      const title = cleanLine(bytes.subarray(index.byteStart, index.byteEnd).toString('utf8'));
      return [{ url, ...(title ? { title } : {}) }];
    }),
  );
  const quotedPage = embedded.quotedUri && postPage(embedded.quotedUri);
  const found = [...written, ...embedded.links, ...(quotedPage ? [{ url: quotedPage }] : [])];
  return [...new Map(found.toReversed().map((link) => [link.url, link])).values()].toReversed();
};

/** The author's own labels and the moderation's, save the technical ones that begin with `!`. */
const warningOf = ({ labels }: BlueskyDocument, record: PostRecord): string => {
  const values = [
    ...(record.labels?.values ?? []).map(({ val }) => val),
    ...labels.filter(({ neg }) => neg !== true).map(({ val }) => val),
  ];
  const shown = values.filter((value) => !value.startsWith('!')).map((value) => cleanLine(value, 60));
  return [...new Set(shown)].filter(Boolean).slice(0, 5).join(', ');
};

/** What an answer must point at. */
const replyContextOf = (
  { uri, cid }: BlueskyDocument,
  { reply }: PostRecord,
  { quotedUri }: Embedded,
): Readonly<Record<string, string>> => {
  const facts = {
    uri,
    cid,
    rootUri: reply?.root.uri ?? uri,
    rootCid: reply?.root.cid ?? cid,
    quotedUri,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const clean = value ? cleanLine(value, 1_000) : '';
      return clean ? [[name, clean]] : [];
    }),
  );
};

/** Authors date their posts themselves; nobody writes after being read (the AppView sorts in the same way). */
const saidAtOf = (createdAt: string | undefined, indexedAt: string | undefined): string | undefined => {
  const said = instant(createdAt);
  const seen = instant(indexedAt);
  return said !== undefined && seen !== undefined && said > seen ? seen : said;
};

const instant = (text: string | undefined): string | undefined => {
  const time = text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return time > 0 ? new Date(time).toISOString() : undefined;
};

const languageTag = (text: string | undefined): string | undefined => {
  try {
    return text ? Intl.getCanonicalLocales(text)[0] : undefined;
  } catch {
    return undefined;
  }
};
