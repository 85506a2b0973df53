import { decodeText } from '../../platform/fetch/index.ts';
import type { RawItem } from '../events.ts';
import { textDigest } from '../text-digest.ts';
import { discoverTarget } from './discover-target.ts';
import { pageItem } from './page-item.ts';

const NOWHERE = 'https://source.invalid/';

/**
 * The bytes of a page that speaks of another. `context`: `source` and `target` as a webmention names them, `contentType` as the server said,
 * `fetchedAt`, `via` (`pingback`, `trackback`). Without a target: the page that it says to answer, like or repost. Total.
 */
export const readRawWebmention = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  const source = URL.parse(context.source ?? '')?.href ?? NOWHERE;
  const text = decodeText(bytes, context.contentType ?? null);
  const target = context.target ?? discoverTarget(text, source);
  const item =
    target === undefined
      ? undefined
      : pageItem({
          source,
          target,
          contentType: context.contentType ?? '',
          text,
          ...(context.fetchedAt ? { fetchedAt: context.fetchedAt } : {}),
          ...(context.via === 'pingback' || context.via === 'trackback' ? { via: context.via } : {}),
        });
  if (item) return [item];
  const beginning = Buffer.from(bytes.subarray(0, 4_096)).toString('base64');
  return [
    {
      nativeId: `digest:${textDigest(beginning, bytes.length)}`,
      revision: textDigest(beginning),
      contentType: 'application/octet-stream',
      encoding: 'base64',
      body: beginning,
      context: { problem: 'no-link' },
    },
  ];
};
