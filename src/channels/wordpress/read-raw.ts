import { decodeText } from '../../platform/fetch/index.ts';
import type { RawItem } from '../events.ts';
import { parseJson } from '../feed/read-json.ts';
import { textDigest } from '../text-digest.ts';
import { CommentSchema, rawComment } from './comment.ts';

/**
 * The bytes of an answer of the REST API: a list of comments, or one. `context`: `site`, and `accountId`, our own user's number. Total.
 */
export const readRawWordPress = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  const json = parseJson(decodeText(bytes, 'application/json'));
  const found = (Array.isArray(json) ? json.slice(0, 1_000) : [json]).flatMap((one) => {
    const comment = CommentSchema.safeParse(one).data;
    return comment ? [rawComment(comment, context)] : [];
  });
  if (found.length > 0) return found;
  const beginning = Buffer.from(bytes.subarray(0, 4_096)).toString('base64');
  return [
    {
      nativeId: `digest:${textDigest(beginning, bytes.length)}`,
      revision: textDigest(beginning),
      contentType: 'application/octet-stream',
      encoding: 'base64',
      body: beginning,
      context,
    },
  ];
};
