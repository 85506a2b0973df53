import { decodeWords } from 'postal-mime';

/**
 * RFC 2047 words as text. A letter may not be cut between two words, and is all the same by many programs: words that follow each other in the
 * same charset and encoding are put together before they are decoded.
 */
export const readEncodedWords = (text: string): string =>
  text.includes('=?') ? decodeWords(joined(text)) : text;

const WORD = /=\?([\w*.+:-]{1,60})\?([bq])\?([^?\s]{0,4000})\?=/gi;

type Word = { readonly charset: string; readonly encoding: string; body: string };

const joined = (text: string): string => {
  let out = '';
  let from = 0;
  let held: Word | undefined;
  for (const found of text.matchAll(WORD)) {
    const between = text.slice(from, found.index);
    const [whole, charset = '', encoding = '', body = ''] = found;
    const follows = held?.charset === charset && held.encoding === encoding && /^[ \t\r\n]+$/.test(between);
    if (held && follows) held.body = withMore(held, body);
    else {
      out += `${held ? written(held) : ''}${between}`;
      held = { charset, encoding, body };
    }
    from = found.index + whole.length;
  }
  return `${out}${held ? written(held) : ''}${text.slice(from)}`;
};

const withMore = ({ encoding, body }: Word, more: string): string =>
  encoding.toLowerCase() === 'q'
    ? body + more
    : Buffer.concat([Buffer.from(body, 'base64'), Buffer.from(more, 'base64')]).toString('base64');

const written = ({ charset, encoding, body }: Word): string => `=?${charset}?${encoding}?${body}?=`;
