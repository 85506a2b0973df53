// Zero-width characters and soft hyphens, with which a number can be hidden from a search and not from a reader.
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** The text as it is seen, and where each of its units was in the original. */
export type Visible = { readonly visible: string; readonly original: (offset: number) => number };

export const withoutInvisible = (text: string): Visible => {
  if (text.search(invisible) === -1) return { visible: text, original: (offset) => offset };
  const places = new Uint32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    kept.push(text.slice(from, to));
    for (let at = from; at < to; at++) places[length++] = at;
  };
  for (const match of text.matchAll(invisible)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(text.length);
  return { visible: kept.join(''), original: (offset) => places[offset] ?? text.length };
};
