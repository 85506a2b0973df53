export type Colleague = { readonly personId: string; readonly name: string };

/** What stands after the last @ before the caret, while a name is being written; null when none is. */
export const nameBegun = (text: string, caret: number): string | null => {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || (at > 0 && !/[\s(,;:]/.test(before[at - 1] ?? ''))) return null;
  const begun = before.slice(at + 1);
  return /^[\p{L}’' ]{0,40}$/u.test(begun) && !begun.startsWith(' ') ? begun : null;
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('it');

/** Who could be meant: any of their names begins so. */
export const colleaguesFor = (begun: string, colleagues: readonly Colleague[]): readonly Colleague[] => {
  const wanted = plain(begun).trimEnd();
  return colleagues.filter(({ name }) =>
    [plain(name), ...plain(name).split(' ').slice(1)].some((part) => part.startsWith(wanted)),
  );
};

/** The text with the name put where it was begun, and where the caret stands then. */
export const nameInto = (
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } => {
  const at = text.slice(0, caret).lastIndexOf('@');
  const head = `${text.slice(0, at)}@${name} `;
  return { text: head + text.slice(caret).replace(/^ /, ''), caret: head.length };
};

/** Who is called by the text as it is now. A name within a longer one does not count as called. */
export const calledIn = (text: string, colleagues: readonly Colleague[]): readonly string[] =>
  pieces(text, colleagues).flatMap(({ personId }) => personId ?? []);

export type Piece = { readonly text: string; readonly personId: string | null };

/** The text in pieces: names that are called, and what lies between. */
export const pieces = (text: string, colleagues: readonly Colleague[]): readonly Piece[] => {
  const longestFirst = [...colleagues].sort((one, other) => other.name.length - one.name.length);
  const found: Piece[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < plainFrom) continue;
    const who = longestFirst.find(({ name }) => text.startsWith(name, at + 1));
    if (!who) continue;
    if (at > plainFrom) found.push({ text: text.slice(plainFrom, at), personId: null });
    found.push({ text: `@${who.name}`, personId: who.personId });
    plainFrom = at + 1 + who.name.length;
  }
  return plainFrom < text.length ? [...found, { text: text.slice(plainFrom), personId: null }] : found;
};
