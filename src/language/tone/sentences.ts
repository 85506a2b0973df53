/** [start, end) in UTF-16 units, without the space around it. */
export type Sentence = { readonly start: number; readonly end: number };

// A full stop ends a sentence only before a space or the end: "p.v.", "12.30" and "a@b.it" stay whole.
const sentenceEnd = /[!?…]+|\.+(?=\s|$)|\n+/g;

/** Where the sentences of a text are, in one pass. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const found: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const piece = text.slice(start, end);
    const trimmed = piece.trimStart();
    const from = start + piece.length - trimmed.length;
    const to = from + trimmed.trimEnd().length;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(sentenceEnd)) add(match.index + match[0].length);
  add(text.length);
  return found;
};
