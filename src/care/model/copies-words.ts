import { foldText } from './fold-text.ts';

/** So many words in a row are looked up in any search engine, and lead to whoever said them. */
const IN_A_ROW = 6;

/** Runs of six words that a text takes from what others said; each as folded words. */
export const copiesWords = (text: string, said: readonly string[]): readonly string[] => {
  const theirs = new Set(said.flatMap(runsOf));
  return runsOf(text).filter((run) => theirs.has(run));
};

const runsOf = (text: string): readonly string[] => {
  const words = foldText(text).split(' ');
  return words
    .slice(0, Math.max(0, words.length - IN_A_ROW + 1))
    .map((_, at) => words.slice(at, at + IN_A_ROW).join(' '));
};
