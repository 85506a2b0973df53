export type CountedWord = { readonly word: string; readonly mentions: number };

const MOST_ALTERNATIVES = 3;

/**
 * The known words that a mistyped one may stand for, the nearest first and the more common of equals: one slip (a letter
 * more, less, other, or two swapped) in short words, two from six letters on.
 */
export const nearWords = (typed: string, known: readonly CountedWord[]): readonly string[] => {
  const most = typed.length < 6 ? 1 : 2;
  const near = known
    .map(({ word, mentions }) => ({ word, mentions, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .sort((a, b) => a.slips - b.slips || b.mentions - a.mentions || (a.word < b.word ? -1 : 1));
  const best = near[0]?.slips;
  return near
    .filter(({ slips }) => slips === best)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ word }) => word);
};

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours, each letter touched once. */
export const slipsBetween = (one: string, other: string): number => {
  const [a, b] = [[...one], [...other]];
  let [twoBefore, before]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const plain = Math.min(
        (before[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (before[j - 1] as number) + same,
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(plain, (twoBefore[j - 2] as number) + 1) : plain);
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length] as number;
};
