/** Where the next page begins: after this place in the order of the list. */
export type ThreadCursor = { readonly at: Date; readonly id: string };

export const writeCursor = (cursor: ThreadCursor): string =>
  Buffer.from(`${cursor.at.toISOString()} ${cursor.id}`).toString('base64url');

/** Null when it is not one of ours. */
export const readCursor = (text: string): ThreadCursor | null => {
  const [instant = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };
};
