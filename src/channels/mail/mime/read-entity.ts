import { type Headers, headerOf, readHeaders } from './read-headers.ts';
import { readStructured, type StructuredValue } from './structured-value.ts';

/** One entity of a message (RFC 2045): where it lies in the bytes, and what is inside. */
export type Entity = {
  readonly headers: Headers;
  readonly type: StructuredValue;
  readonly disposition: StructuredValue;
  readonly encoding: string;
  readonly from: number;
  readonly bodyAt: number;
  readonly to: number;
  /** Of a multipart: its parts. Of a message/rfc822 that is not encoded: the message. */
  readonly children: readonly Entity[];
};

const MAX_DEPTH = 20;
const MAX_PARTS = 500;

/**
 * The tree of a message, without decoding anything. Total, and linear times `MAX_DEPTH`: what lies deeper than 20
 * levels or comes after 500 parts stays closed inside its parent.
 */
export const readEntity = (bytes: Buffer): Entity =>
  read(bytes, 0, bytes.length, 0, { left: MAX_PARTS }, 'text/plain');

type Budget = { left: number };

const read = (
  bytes: Buffer,
  from: number,
  to: number,
  depth: number,
  budget: Budget,
  usualType: string,
): Entity => {
  budget.left -= 1;
  const { headers, bodyAt } = readHeaders(bytes, from, to);
  const type = readStructured(headerOf(headers, 'content-type') || usualType);
  const entity = {
    headers,
    type: /^[^\s/]+\/[^\s/]+$/.test(type.value) ? type : { ...type, value: usualType },
    disposition: readStructured(headerOf(headers, 'content-disposition')),
    encoding: headerOf(headers, 'content-transfer-encoding').toLowerCase().split(';')[0]?.trim() ?? '',
    from,
    bodyAt,
    to,
  };
  return { ...entity, children: depth >= MAX_DEPTH ? [] : childrenOf(bytes, entity, depth, budget) };
};

const childrenOf = (
  bytes: Buffer,
  entity: Omit<Entity, 'children'>,
  depth: number,
  budget: Budget,
): readonly Entity[] => {
  const { value, parameters } = entity.type;
  if (isMessage(value) && !/^(base64|quoted-printable)$/.test(entity.encoding) && budget.left > 0) {
    return [read(bytes, entity.bodyAt, entity.to, depth + 1, budget, 'text/plain')];
  }
  const boundary = parameters.get('boundary');
  if (!value.startsWith('multipart/') || !boundary) return [];
  const usualType = value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: Entity[] = [];
  for (const [from, to] of splitParts(bytes, entity.bodyAt, entity.to, boundary.slice(0, 200), budget.left)) {
    if (budget.left <= 0) break;
    children.push(read(bytes, from, to, depth + 1, budget, usualType));
  }
  return children;
};

export const isMessage = (type: string): boolean => type === 'message/rfc822' || type === 'message/global';

const DASH = 0x2d;
const LF = 0x0a;
const CR = 0x0d;

/** The stretches between delimiter lines (RFC 2046 5.1.1); without a closing delimiter, to the end. */
const splitParts = (
  bytes: Buffer,
  from: number,
  to: number,
  boundary: string,
  max: number,
): readonly (readonly [number, number])[] => {
  const delimiter = Buffer.from(`--${boundary}`, 'utf8');
  const parts: [number, number][] = [];
  let start = -1;
  for (let at = bytes.indexOf(delimiter, from); at >= 0 && at < to; ) {
    const after = at + delimiter.length;
    const isLineStart = at === from || bytes[at - 1] === LF;
    const isClosing = bytes[after] === DASH && bytes[after + 1] === DASH;
    const end = lineEnd(bytes, after, to);
    if (isLineStart && (isClosing || isBlank(bytes, after, end))) {
      if (start >= 0) parts.push([start, Math.max(start, beforeLineBreak(bytes, at))]);
      if (isClosing || parts.length >= max) return parts;
      start = end;
      at = bytes.indexOf(delimiter, end);
    } else at = bytes.indexOf(delimiter, after);
  }
  if (start >= 0 && start <= to) parts.push([start, to]);
  return parts;
};

const lineEnd = (bytes: Buffer, at: number, to: number): number => {
  const found = bytes.indexOf(LF, at);
  return found < 0 || found >= to ? to : found + 1;
};

/** Only white space after the boundary: otherwise it is another, longer boundary. */
const isBlank = (bytes: Buffer, from: number, to: number): boolean =>
  to - from <= 200 && /^[ \t]*\r?\n?$/.test(bytes.toString('latin1', from, to));

/** The line break before a delimiter belongs to the delimiter. */
const beforeLineBreak = (bytes: Buffer, at: number): number => {
  if (bytes[at - 1] !== LF) return at;
  return bytes[at - 2] === CR ? at - 2 : at - 1;
};
