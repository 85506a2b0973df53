/**
 * Where the JSON value that begins at `from` ends: brackets are counted and strings passed over. A broken one ends where no
 * value could go on: before an object that stands where a name should. Undefined when the end is not in the text.
 */
export const endOfValue = (text: string, from: number, isLast: boolean): number | undefined => {
  const open: string[] = [];
  let before = '';
  let at = from;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '"') {
      const close = endOfString(text, at);
      if (close === undefined) break;
      at = close;
      if (open.length === 0) return at;
      before = '"';
      continue;
    }
    if (character === '{' && open.at(-1) === '{' && before !== ':') return at;
    if (character === '{' || character === '[') open.push(character);
    else if (character === '}' || character === ']') {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (open.length === 0 && (character === ',' || character === '\n')) return at;
    if (!isBlank(character)) before = character;
    at += 1;
  }
  return isLast ? text.length : undefined;
};

const isBlank = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

/** A string of JSON holds no end of line: one that seems to is broken there. */
const endOfString = (text: string, from: number): number | undefined => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"' || text[at] === '\n') return at + 1;
  }
  return undefined;
};
