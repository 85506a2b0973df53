import { cleanLine } from '../clean-words.ts';
import { readMessageIds } from './message-id.ts';
import { readAddress } from './mime/addresses.ts';
import { decodeBody } from './mime/decode-body.ts';
import { type Entity, isMessage } from './mime/read-entity.ts';
import { type Headers, headerOf, readHeaders } from './mime/read-headers.ts';

export type Failure = {
  readonly ofNativeId?: string;
  readonly recipient?: string;
  /** RFC 3463: `5.1.1`. */
  readonly status?: string;
  readonly reason: string;
};

const MAX_RECIPIENTS = 50;

/**
 * What a delivery status notification says did not arrive (RFC 3464), found by its part wherever it is: some servers
 * send it inside multipart/mixed. Undefined when there is none; an empty list when it only tells of delays or arrivals.
 */
export const readFailures = (bytes: Buffer, root: Entity): readonly Failure[] | undefined => {
  const parts = partsOf(root);
  const report = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type.value));
  if (!report) return undefined;
  const ofNativeId = returnedId(bytes, parts);
  return fieldGroups(decodeBody(bytes, report, 200_000))
    .filter((group) => hasFailed(group))
    .slice(0, MAX_RECIPIENTS)
    .map((group) => ({ ...(ofNativeId ? { ofNativeId } : {}), ...failureOf(group) }));
};

const failureOf = (group: Headers): Omit<Failure, 'ofNativeId'> => {
  const recipient =
    addressIn(headerOf(group, 'original-recipient')) ?? addressIn(headerOf(group, 'final-recipient'));
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(headerOf(group, 'status'))?.[0];
  const words = headerOf(group, 'diagnostic-code').replace(/^[\w-]{1,20}\s*;/, '');
  return {
    ...(recipient ? { recipient } : {}),
    ...(status ? { status } : {}),
    reason: cleanLine(words, 500) || status || 'the letter was returned',
  };
};

/** `rfc822; someone@example.org` */
const addressIn = (field: string): string | undefined => readAddress(field.split(';').at(-1) ?? '');

const hasFailed = (group: Headers): boolean => {
  const action = headerOf(group, 'action').toLowerCase();
  return action === 'failed' || (action === '' && /^5/.test(headerOf(group, 'status')));
};

/** A group of fields for the message, then one for each recipient (RFC 3464 2.1). */
const fieldGroups = (body: Buffer): readonly Headers[] => {
  const groups: Headers[] = [];
  for (let at = 0; at < body.length && groups.length < 200; ) {
    const { headers, bodyAt } = readHeaders(body, at, body.length);
    if (headers.length > 0) groups.push(headers);
    at = bodyAt > at ? bodyAt : body.length;
  }
  return groups;
};

/** The Message-ID of the letter that comes back: whole or as its headers alone (RFC 6522). */
const returnedId = (bytes: Buffer, parts: readonly Entity[]): string | undefined => {
  for (const part of parts) {
    const { value } = part.type;
    const headers = isMessage(value)
      ? part.children[0]?.headers
      : /^(?:text\/rfc822-headers|message\/(?:rfc822-headers|global-headers))$/.test(value)
        ? headersIn(decodeBody(bytes, part, 200_000))
        : undefined;
    const id = headers && readMessageIds(headerOf(headers, 'message-id'))[0];
    if (id) return id;
  }
  return undefined;
};

const headersIn = (body: Buffer): Headers => readHeaders(body, 0, body.length).headers;

const partsOf = (entity: Entity): readonly Entity[] => [entity, ...entity.children.flatMap(partsOf)];
