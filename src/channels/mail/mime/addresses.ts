import { addressParser, decodeWords } from 'postal-mime';
import { cleanLine } from '../../clean-words.ts';

export type Mailbox = { readonly address: string; readonly name?: string };

/** The mailboxes of an address field (RFC 5322 3.4), addresses in lower case, at most 200; what is no address is left out. */
export const readAddresses = (field: string): readonly Mailbox[] => {
  if (!field) return [];
  return addressParser(field.slice(0, 20_000), { flatten: true })
    .slice(0, 200)
    .flatMap((mailbox) => {
      const address = readAddress(mailbox.address ?? '');
      if (!address) return [];
      const name = cleanLine(decodeWords(mailbox.name ?? ''), 200);
      return [{ address, ...(name && name.toLowerCase() !== address ? { name } : {}) }];
    });
};

/** `local@domain` in lower case, free of control and invisible characters; undefined when it is no address. */
export const readAddress = (text: string): string | undefined => {
  const address = text.trim().replace(/^<|>$/g, '').toLowerCase();
  return address.length <= 320 && /^[^\s@<>,;:"()[\]\\\p{C}]+@[^\s@<>,;:"()\\\p{C}]+$/u.test(address)
    ? address
    : undefined;
};
