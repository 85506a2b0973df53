import type { RawItem } from '../events.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import type { FeedEntry, FeedSurroundings } from './feed-entry.ts';
import type { FeedDocument } from './parse-document.ts';
import { readEntry } from './read-entry.ts';

export const ENTRY_TYPE = 'application/vnd.passaparola.feed-entry+json';

/** One raw item for each entry, oldest last as feeds go; an entry that stands there twice comes once. */
export const splitDocument = (document: FeedDocument, around: FeedSurroundings): readonly RawItem[] => {
  const items = document.entries.map((entry) => rawItemOf(document, entry, around));
  return [...new Map(items.map((item) => [`${item.nativeId} ${item.revision}`, item])).values()];
};

const rawItemOf = (document: FeedDocument, entry: unknown, around: FeedSurroundings): RawItem => {
  const read = readEntry(document.format, entry, around);
  return {
    nativeId: idOf(read),
    revision: revisionOf(read),
    contentType: ENTRY_TYPE,
    encoding: 'utf8',
    body: JSON.stringify({ format: document.format, entry }),
    context: { ...around },
  };
};

/** Its own id, else its page, else what it says: a feed without ids must not bring everything anew at each look. */
export const idOf = (entry: FeedEntry): string =>
  fittingId(
    entry.id ??
      entry.url ??
      `digest:${textDigest(entry.title?.value, entry.body?.value, entry.published, entry.media[0]?.url)}`,
  );

/** Changes with what people read, not with counters and advertising around it. */
export const revisionOf = (entry: FeedEntry): string =>
  textDigest(
    entry.title?.value,
    entry.body?.value,
    entry.url,
    entry.author.name,
    entry.media.map((media) => media.url),
  );
