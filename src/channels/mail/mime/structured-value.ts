import { readEncodedWords } from './encoded-words.ts';

/** `Content-Type` and `Content-Disposition`: a word and its parameters, names in lower case. */
export type StructuredValue = {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
};

/** Reads parameters quoted, continued and encoded (RFC 2045 5.1, RFC 2231), and RFC 2047 words where they should not be. */
export const readStructured = (header: string): StructuredValue => {
  const pieces = splitOutsideQuotes(header.slice(0, 8_000));
  const collected = new Map<string, Map<number, { text: string; isEncoded: boolean }>>();
  for (const piece of pieces.slice(1, 200)) {
    const match = /^\s*([^\s=*]+)(?:\*(\d{1,3}))?(\*)?\s*=\s*(.*)$/s.exec(piece);
    if (!match) continue;
    const [, name = '', index = '0', star, text = ''] = match;
    const parts = collected.get(name.toLowerCase()) ?? new Map();
    const known = parts.get(Number(index));
    if (!known || (star && !known.isEncoded)) {
      parts.set(Number(index), { text: unquote(text.trim()), isEncoded: star !== undefined });
    }
    collected.set(name.toLowerCase(), parts);
  }
  return {
    value: (pieces[0] ?? '').trim().toLowerCase(),
    parameters: new Map([...collected].map(([name, parts]) => [name, joinParts(parts)])),
  };
};

type Parts = ReadonlyMap<number, { readonly text: string; readonly isEncoded: boolean }>;

const joinParts = (parts: Parts): string => {
  const ordered = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
  const isEncoded = ordered.some((part) => part.isEncoded);
  const text = ordered.map((part) => part.text).join('');
  return isEncoded ? decodeExtended(text) : readEncodedWords(text);
};

/** `charset'language'percent-encoded` */
const decodeExtended = (text: string): string => {
  const match = /^([\w.:+-]{0,40})'[^']{0,40}'(.*)$/s.exec(text);
  const [, charset = 'utf-8', rest = text] = match ?? [];
  const bytes = Buffer.from(
    rest.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    /[^ -\xff]/.test(rest) ? 'utf8' : 'latin1',
  );
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

const unquote = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1') : text;

const splitOutsideQuotes = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && isQuoted) at += 1;
    else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ';' && !isQuoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, text.slice(start)];
};
