/** A run of words that stayed, went or came. The parts that stayed and went are the first text; those that stayed and came, the second. */
export type DiffPart = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Words beyond this are shown as one change: comparing takes the product of the two. */
const MOST_WORDS = 2_000;

/** How one text became another, word by word, as a person reads it. Pure. */
export const diffWords = (before: string, after: string): readonly DiffPart[] => {
  const [one, other] = [piecesOf(before), piecesOf(after)];
  const start = commonStart(one, other);
  const end = commonEnd(one.slice(start), other.slice(start));
  const middle = diffMiddle(one.slice(start, one.length - end), other.slice(start, other.length - end));
  return joined([
    ...one.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...one.slice(one.length - end).map((text) => ({ kind: 'same' as const, text })),
  ]);
};

/** Words each with the white space before it; nothing is lost. */
const piecesOf = (text: string): readonly string[] =>
  text.match(/\s*[\p{L}\p{N}\p{M}]+|\s*[^\s\p{L}\p{N}\p{M}]|\s+$/gu) ?? [];

const commonStart = (one: readonly string[], other: readonly string[]): number => {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
};

const commonEnd = (one: readonly string[], other: readonly string[]): number =>
  commonStart(one.toReversed(), other.toReversed());

const diffMiddle = (one: readonly string[], other: readonly string[]): readonly DiffPart[] => {
  if (one.length > MOST_WORDS || other.length > MOST_WORDS || one.length === 0 || other.length === 0)
    return [gone(one.join('')), came(other.join(''))].filter(({ text }) => text !== '');
  const longest = longestCommon(one, other);
  const parts: DiffPart[] = [];
  let [at, place] = [0, 0];
  while (at < one.length || place < other.length) {
    const [mine, theirs] = [one[at], other[place]];
    if (mine !== undefined && mine === theirs) {
      parts.push({ kind: 'same', text: mine });
      at += 1;
      place += 1;
    } else if (
      mine !== undefined &&
      (theirs === undefined || longest(at + 1, place) >= longest(at, place + 1))
    ) {
      parts.push(gone(mine));
      at += 1;
    } else {
      parts.push(came(theirs ?? ''));
      place += 1;
    }
  }
  return parts;
};

const gone = (text: string): DiffPart => ({ kind: 'gone', text });
const came = (text: string): DiffPart => ({ kind: 'new', text });

/** How many words the rests of both share, from two places on: the textbook's table, filled from the end. */
const longestCommon = (one: readonly string[], other: readonly string[]) => {
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--)
      table[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  return at;
};

/** Neighbours of a kind are one part; of what changed in one place, what went comes first. */
const joined = (parts: readonly DiffPart[]): readonly DiffPart[] => {
  const runs: { same: string; gone: string; new: string }[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (!last || (kind === 'same' && (last.gone !== '' || last.new !== '')))
      runs.push({ same: '', gone: '', new: '', [kind]: text });
    else last[kind] += text;
  }
  return runs.flatMap((run) =>
    (['same', 'gone', 'new'] as const).flatMap((kind) =>
      run[kind] === '' ? [] : [{ kind, text: run[kind] }],
    ),
  );
};
