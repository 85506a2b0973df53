import type { Format, Read, TextReader } from '../read.ts';

/** UTF-16 units of one letter; here each is a byte. */
const LONGEST_LETTER = 20_000_000;

/**
 * A mailbox file (RFC 4155, and the `mboxrd` way of quoting `From ` lines). Its bytes come as latin-1 letters, one each, and go on
 * as such: what they mean is the mail channel's affair.
 */
export const mboxFormat: Format = {
  id: 'mbox',
  reader: () => mboxReader(),
  // Letters never come here: they are told by the mail channel.
  tell: () => ({ trouble: 'not-understood' }),
};

const mboxReader = (): TextReader => {
  let buffer = '';
  let letter: string[] = [];
  let size = 0;
  let begun = 0;
  let line = 1;
  let isBlankBefore = true;

  const close = (): readonly Read[] => {
    const text = letter.join('');
    const isTooLong = size > LONGEST_LETTER;
    const at = begun;
    letter = [];
    size = 0;
    if (at === 0 || (text.trim() === '' && !isTooLong)) return [];
    return [isTooLong ? { line: at, trouble: 'row-too-long' } : { line: at, record: text }];
  };

  const takeLine = (each: string): readonly Read[] => {
    const isFrom = isBlankBefore && each.startsWith('From ');
    const reads = isFrom ? close() : [];
    if (isFrom) begun = line;
    else if (begun === 0 && each.trim() !== '') begun = line;
    if (!isFrom && begun > 0) {
      size += each.length;
      if (size <= LONGEST_LETTER) letter.push(/^>+From /.test(each) ? each.slice(1) : each);
    }
    isBlankBefore = each === '\n' || each === '\r\n';
    line += 1;
    return reads;
  };

  const drain = (isLast: boolean): readonly Read[] => {
    const reads: Read[] = [];
    let at = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf('\n', at);
      if (end < 0 && !isLast && buffer.length - at < LONGEST_LETTER) break;
      reads.push(...takeLine(buffer.slice(at, end < 0 ? buffer.length : end + 1)));
      at = end < 0 ? buffer.length : end + 1;
    }
    buffer = buffer.slice(at);
    return reads;
  };

  return {
    push: (piece) => {
      buffer += piece;
      return drain(false);
    },
    end: () => [...drain(true), ...close()],
  };
};
