import { decodeText } from '../../platform/fetch/index.ts';
import type { RawItem } from '../events.ts';
import { textDigest } from '../text-digest.ts';
import type { FeedSurroundings } from './feed-entry.ts';
import { parseDocument } from './parse-document.ts';
import { splitDocument } from './split-document.ts';

/**
 * A feed's bytes as entries. `context`: `feedUrl` where it came from (the base of relative addresses),
 * `contentType` as the server said, `fetchedAt`, `ownSite`. What is no feed comes as one item, to be seen as such.
 */
export const readRawFeed = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  const { contentType, ...rest } = context;
  const given: FeedSurroundings = rest;
  const document = parseDocument(decodeText(bytes, contentType ?? null), given.feedUrl);
  if (document.ok) return splitDocument(document.value, { ...document.value.around, ...given });
  const beginning = Buffer.from(bytes.subarray(0, 4_096)).toString('base64');
  return [
    {
      nativeId: `digest:${textDigest(beginning, bytes.length)}`,
      revision: textDigest(beginning),
      contentType: contentType ?? 'application/octet-stream',
      encoding: 'base64',
      body: beginning,
      context: { ...context, problem: document.error },
    },
  ];
};
