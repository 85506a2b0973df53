import { decodeText } from '../../platform/fetch/index.ts';
import type { Markup } from './feed-entry.ts';

const htmlTypes = /^(x?html|text\/html|application\/xhtml\+xml)\b/i;
const plainTypes = /^\s*text(?:\/plain)?\s*(?:;|$)/i;
/** RFC 4287 4.1.3.3: text and XML come as they are, all else in Base64. */
const writtenOut = /^text\/|[+/]xml\b/i;

/**
 * What an Atom content element says by its `type`, Base64 taken off. Undefined when it is no text: a picture
 * written into the feed is not something said. `mayBeBase64`: the document marks some texts so (Atom 0.3).
 */
export const decodeContent = (
  value: string,
  type: string | undefined,
  mayBeBase64: boolean,
): Pick<Markup, 'value' | 'as'> | undefined => {
  const isNamedText =
    type === undefined || htmlTypes.test(type) || plainTypes.test(type) || writtenOut.test(type);
  const text = isNamedText && !mayBeBase64 ? value : (fromBase64(value) ?? (isNamedText ? value : undefined));
  if (text === undefined) return undefined;
  // RFC 4287 3.1.1: without a type it is text, brackets and all.
  if (type === undefined) return { value: text, as: 'plain' };
  return { value: text, as: plainTypes.test(type) ? 'plain' : htmlTypes.test(type) ? 'html' : 'guess' };
};

/** The text inside, or undefined when it is not Base64 (RFC 4648 4) of readable text. */
const fromBase64 = (value: string): string | undefined => {
  const compact = value.replace(/\s+/g, '');
  if (compact.length < 4 || compact.length % 4 !== 0 || !/^[a-z0-9+/]+={0,2}$/i.test(compact))
    return undefined;
  const bytes = Buffer.from(compact, 'base64');
  if (isBinary(bytes)) return undefined;
  return decodeText(bytes, null);
};

/** Control bytes that no text holds: pictures and archives have them within their first bytes. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 1_024).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
