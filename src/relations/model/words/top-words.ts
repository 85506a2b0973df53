import { wordsIn } from './words-in.ts';

export type TopWord = {
  /** The form that they use most. */
  readonly word: string;
  /** In how many of the texts it stands, in any form. */
  readonly count: number;
};

/** A word used once is chance. */
const FEWEST = 2;

/**
 * What somebody cares about, in their own words: the words that stand in most of their texts, all the forms of one counted
 * together and shown as they write it most. A text that repeats a word counts once. In any order of the texts.
 */
export const topWords = (texts: readonly string[], most = 12): readonly TopWord[] => {
  const forms = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = wordsIn(text);
    for (const stem of new Set(words.map((each) => each.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const { word, stem } of words) {
      const known = forms.get(stem) ?? new Map<string, number>();
      forms.set(stem, known.set(word, (known.get(word) ?? 0) + 1));
    }
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([stem, count]) => ({ word: usualForm(forms.get(stem) ?? new Map()), count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, most);
};

/** Of equals the one in lower case: the other began a sentence. */
const usualForm = (forms: ReadonlyMap<string, number>): string => {
  const [first] = [...forms].sort(
    ([one, often], [other, rather]) =>
      rather - often || Number(isLower(other)) - Number(isLower(one)) || (one < other ? -1 : 1),
  );
  return first?.[0] ?? '';
};

const isLower = (word: string): boolean => word === word.toLowerCase();
