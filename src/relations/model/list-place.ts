/** Where the next page begins: after this place in the order of a list. `key` tells those of one instant apart. */
export type Place = { readonly at: Date; readonly key: string };

/** The years 1 to 9999: what every part of the house can write. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.UTC(10_000, 0);
const LONGEST_KEY = 100;

export const writePlace = ({ at, key }: Place): string =>
  Buffer.from(`${at.toISOString()} ${key}`).toString('base64url');

/** Null when it is not one of ours. */
export const readPlace = (text: string): Place | null => {
  const [instant = '', key = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const at = new Date(instant);
  const isOurs = at.getTime() >= EARLIEST && at.getTime() < LATEST && /^[\w:.-]+$/.test(key);
  return isOurs && key.length <= LONGEST_KEY ? { at, key } : null;
};
