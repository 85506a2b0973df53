import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { textDigest } from '../text-digest.ts';
import { cutAttachments } from './cut-attachments.ts';
import { readMessageIds } from './message-id.ts';
import { type Headers, headerOf, readHeaders } from './mime/read-headers.ts';

export const MAIL_TYPE = 'message/rfc822';

/**
 * A .eml file as one raw item. `context`: `accountId` our own address, `folder` (`inbox` or `sent`), `receivedAt` when
 * our server took it in (ISO 8601).
 */
export const readRawMail = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => (bytes.length === 0 ? [] : [rawItemOf(Buffer.from(bytes), context)]);

/**
 * A message's bytes as a raw item. A letter never changes: all copies of one (the inbox's and that of the sent ones)
 * are one item with one revision, and a later one with the same Message-ID cannot put other words in its place.
 */
export const rawItemOf = (bytes: Buffer, context: Readonly<Record<string, string>>): RawItem => {
  const { headers, bodyAt } = readHeaders(bytes, 0, bytes.length);
  return {
    nativeId: readMessageIds(headerOf(headers, 'message-id'))[0] ?? digestId(headers, bytes, bodyAt),
    revision: '1',
    contentType: MAIL_TYPE,
    encoding: 'base64',
    body: cutAttachments(bytes).toString('base64'),
    context: Object.fromEntries(Object.entries(context).map(([name, value]) => [name, storable(value)])),
  };
};

/** What stays the same in every copy of a letter that carries no id. */
const digestId = (headers: Headers, bytes: Buffer, bodyAt: number): string =>
  `digest:${textDigest(
    ...['date', 'from', 'to', 'subject'].map((name) => headerOf(headers, name)),
    bytes.subarray(bodyAt, bodyAt + 65_536).toString('base64'),
  )}`;
