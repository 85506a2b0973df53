import { decodeText } from '../../../platform/fetch/index.ts';
import type { Entity } from './read-entity.ts';

/** Bytes of encoded text that are read at most: about a million characters. */
const MAX_TEXT = 2_000_000;

/** The body of an entity without its transfer encoding (RFC 2045 6). Broken encodings give what can be had. */
export const decodeBody = (bytes: Buffer, { bodyAt, to, encoding }: Entity, max = MAX_TEXT): Buffer => {
  const body = bytes.subarray(bodyAt, Math.min(to, bodyAt + max));
  if (encoding === 'base64')
    return Buffer.from(body.toString('latin1').replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
};

/** The same as text, in the charset that the entity declares, else in the one that fits. */
export const decodeBodyText = (bytes: Buffer, entity: Entity): string => {
  const charset = entity.type.parameters.get('charset')?.replace(/[^\w.:-]/g, '');
  const alias = charset && (charsetAliases[charset.toLowerCase()] ?? charset);
  return decodeText(decodeBody(bytes, entity), alias ? `${entity.type.value}; charset=${alias}` : null);
};

/** Names that mail programs write and the WHATWG does not know. US-ASCII with accents in it is none. */
const charsetAliases: Readonly<Record<string, string>> = {
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'ansi_x3.4-1968': 'utf-8',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-7': 'utf-8',
  'utf-7': 'utf-8',
  cp1252: 'windows-1252',
  'cp-850': 'windows-1252',
  cp850: 'windows-1252',
  ansi: 'windows-1252',
};

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

const decodeQuotedPrintable = (body: Buffer): Buffer => {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const skip = softBreak(body, at + 1);
    if (skip > 0) {
      at += skip;
      continue;
    }
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2]);
    if (Number.isNaN(value)) out[length++] = byte;
    else {
      out[length++] = value;
      at += 2;
    }
  }
  return out.subarray(0, length);
};

/** How many bytes a soft line break takes after its `=`, with the white space that relays leave there; 0 when it is none. */
const softBreak = (body: Buffer, from: number): number => {
  let at = from;
  while (at < from + 80 && (body[at] === 0x20 || body[at] === 0x09)) at += 1;
  if (body[at] === CR) at += 1;
  return body[at] === LF ? at - from + 1 : 0;
};

const hex = (byte: number | undefined): number =>
  byte === undefined
    ? Number.NaN
    : Number.parseInt(/[0-9a-f]/i.exec(String.fromCharCode(byte))?.[0] ?? 'x', 16);
