/** Where the next page begins: after this place in the order of the list. */
export type ThreadCursor = { readonly at: Date; readonly id: string };

/** The years 1 to 9999: what every part of the house can write. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.UTC(10_000, 0);

export const writeCursor = (cursor: ThreadCursor): string =>
  Buffer.from(`${cursor.at.toISOString()} ${cursor.id}`).toString('base64url');

/** Null when it is not one of ours. */
export const readCursor = (text: string): ThreadCursor | null => {
  const [instant = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const at = new Date(instant);
  const isInstant = at.getTime() >= EARLIEST && at.getTime() < LATEST;
  return !isInstant || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };
};
