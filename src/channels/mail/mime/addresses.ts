import { addressParser } from 'postal-mime';
import { cleanLine } from '../../clean-words.ts';
import { readEncodedWords } from './encoded-words.ts';

export type Mailbox = { readonly address: string; readonly name?: string };

/** The mailboxes of an address field (RFC 5322 3.4), addresses in lower case, at most 200; what is no address is left out. */
export const readAddresses = (field: string): readonly Mailbox[] => {
  if (!field) return [];
  return addressParser(flatComments(field.slice(0, 20_000)), { flatten: true })
    .slice(0, 200)
    .flatMap((mailbox) => {
      const address = readAddress(mailbox.address ?? '');
      if (!address) return [];
      const name = cleanLine(readEncodedWords(mailbox.name ?? ''), 200);
      return [{ address, ...(name && name.toLowerCase() !== address ? { name } : {}) }];
    });
};

/** Comments may hold comments (RFC 5322 3.2.2): brackets inside one are left out, which the parser does not expect. */
const flatComments = (field: string): string => {
  let depth = 0;
  let isQuoted = false;
  let flat = '';
  for (let at = 0; at < field.length; at += 1) {
    const sign = field[at] ?? '';
    if (sign === '\\') {
      flat += field.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    if (sign === '(' && !isQuoted) depth += 1;
    const isInner = depth > 1 && (sign === '(' || sign === ')');
    if (!isInner) flat += sign;
    if (sign === ')' && depth > 0) depth -= 1;
  }
  return flat;
};

/** `local@domain` in lower case, free of control and invisible characters; undefined when it is no address. */
export const readAddress = (text: string): string | undefined => {
  const address = text.trim().replace(/^<|>$/g, '').toLowerCase();
  return address.length <= 320 && /^[^\s@<>,;:"()[\]\\\p{C}]+@[^\s@<>,;:"()\\\p{C}]+$/u.test(address)
    ? address
    : undefined;
};
